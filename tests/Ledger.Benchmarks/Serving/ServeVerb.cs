using System.CommandLine;
using Ledger.Domain.Policies;
using Ledger.Web;

namespace Ledger.Benchmarks.Serving;

/// <summary>The real server in a process of its own, with the constant page; ends when its input does.</summary>
internal static class ServeVerb
{
    public const string Name = "serve";

    public static Command Create()
    {
        var database = new Argument<string>("CONNECTION");
        var command = new Command(Name, "For the benchmarks alone") { database };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // So the server takes the constant page in, without knowing of it.
            Environment.SetEnvironmentVariable(
                "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ConstantPage).Assembly.GetName().Name);
            Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
            await using var app = LedgerWebApp.Build(
                parsed.GetRequiredValue(database), "http://127.0.0.1:0", new() { Policy = HousePolicy.OneHand });
            await app.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync(app.Urls.Single());
            while (await Console.In.ReadLineAsync(cancellationToken) is not null)
            {
                // Nothing is said to it; whoever started it closes its input, or is gone.
            }

            await app.StopAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
