using System.CommandLine;
using Ledger.Cli.Demo;
using Ledger.Cli.Running;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Signing;
using Ledger.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ledger.Cli.Verbs;

internal static class ServeVerb
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, parted by semicolons; port 0 takes any that is free",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
            HelpName = "URLS",
        };
        var demo = new Option<bool>("--demo") { Description = "Fills an empty ledger with a sample newsroom" };
        var command = new Command("serve", "Runs the web site and its API until it is stopped") { urls, demo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = ConfiguredSite.FromEnvironment();
            await using var database = await OpenDatabase.OpenAsync(parsed, cancellationToken);
            var addresses = parsed.GetRequiredValue(urls);
            await using var app = LedgerWebApp.Build(database.ConnectionString, addresses, settings);
            if (parsed.GetValue(demo))
                app.MapDemoPictures();

            app.Services.GetRequiredService<SigningSettings>().RequireReadableKeys();
            await StartAsync(app, cancellationToken);
            await app.Services.GetRequiredService<CheckpointPublisher>().KeepOriginAsync(cancellationToken);
            if (parsed.GetValue(demo))
                await SeedAsync(app, cancellationToken);

            // In one piece: who reads the first line may stop the server before a second.
            var offer = await OfferFirstAccountAsync(app, cancellationToken);
            await Output.TextAsync(
                $"Ledger listens on {string.Join(" and ", app.Urls)}\n{offer}", cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task SeedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await Output.TextAsync(await new Newsroom(app.Services).SeedAsync(cancellationToken), cancellationToken);
        if (!app.Urls.All(url => new Uri(url).IsLoopback))
            ErrorOutput.Notice("Everybody knows the passwords of the sample accounts: do not serve them to others.");
    }

    // Printed here and written nowhere: whoever reads it can become the administrator.
    private static async Task<string> OfferFirstAccountAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var links = app.Services.GetRequiredService<OneTimeLinks>();
        return await links.CreateFirstAsync(Origin.Program, cancellationToken) is { } text
            ? "Nobody has an account yet. Make the first one, an administrator's, within 24 hours at\n"
                + $"  {app.Urls.First().TrimEnd('/')}{OneTimeLinks.Path}{text}\n"
            : "";
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException)
        {
            throw new UsageException($"The server cannot listen there: {e.Message.TrimEnd('.')}.");
        }
    }
}
