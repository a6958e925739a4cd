using Ledger.Followers;
using Ledger.Followers.Webhooks;
using Ledger.Hosting;
using Ledger.Hosting.Signing;
using Ledger.Web.Api;
using Ledger.Web.Api.Problems;
using Ledger.Web.Drafting;
using Ledger.Web.Feeds;
using Ledger.Web.Health;
using Ledger.Web.Language;
using Ledger.Web.Log;
using Ledger.Web.Memento;
using Ledger.Web.Memory;
using Ledger.Web.Messaging;
using Ledger.Web.Pages;
using Ledger.Web.Reading;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using Ledger.Web.Status;
using Ledger.Web.Webhooks;
using Ledger.Web.Witnesses;
using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Web;

/// <summary>The web server, as <c>ledger serve</c> runs it.</summary>
public static class LedgerWebApp
{
    /// <summary>Builds the server on a database, which is brought up to date when the caller starts it.</summary>
    /// <param name="connectionString">For Npgsql.</param>
    /// <param name="urls">Where to listen, parted by semicolons; port 0 takes any that is free.</param>
    /// <param name="settings">How the node behaves, or null for the defaults.</param>
    public static WebApplication Build(string connectionString, string urls, WebSettings? settings = null)
    {
        settings ??= new();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Not the folder or the program that happens to start it: the same server from everywhere.
            ApplicationName = typeof(LedgerWebApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Environment.WebRootFileProvider = new EmbeddedAssets();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.LargestRequest;
        });
        builder.Logging.AddLedgerLogging();
        AddServices(builder.Services, connectionString, settings);

        var app = builder.Build();
        Configure(app, settings);
        return app;
    }

    private static void AddServices(IServiceCollection services, string connectionString, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SiteAddress>();
        services.AddSingleton(settings.Intake);
        services.AddSingleton(settings.SignIns);
        services.AddSingleton(new SigningSettings(settings.KeyFolder, settings.LogOrigin, settings.Address));

        services.AddSingleton(settings.Witnesses);

        // Before all else that starts with the host and reads the database.
        services.AddHostedService<Migration>();
        services.AddLedger(connectionString, settings.Limits, settings.Policy, settings.Store);
        services.AddHostedService<ProjectionService>();
        services.AddSingleton(settings.Webhooks);
        services.AddSingleton<IWebhookBodies, WebhookBodies>().AddSingleton<IFollowerSource, WebhookFollowers>();
        services.AddWolverine(connectionString, settings.Wolverine);
        services.AddHostedService<FollowerService>();
        services.AddCheckpoints();
        services.AddWitnesses();
        services.AddHostedService<Forgetting>();
        services.AddHostedService<DraftPublishing>();
        services.AddPageMemory();
        services.AddSingleton<Readiness>();
        services.AddOrderlyStop();
        services.AddLedgerSecurity(settings);
        services.AddLedgerApi();
        services.AddLedgerPages();
        services.AddFeeds();
        services.AddMemento();
        services.AddSingleton<ReadRates>();
        services.Configure<FormOptions>(form =>
        {
            // A story of thousands of blocks is a form of many long fields; the size of the request is the limit.
            form.ValueLengthLimit = checked((int)settings.LargestRequest);
            form.ValueCountLimit = 100_000;
        });
    }

    private static void Configure(WebApplication app, WebSettings settings)
    {
        app.UseHsts();
        app.UseHouseLanguage(settings.Language);
        app.UseCrossOriginReads();
        app.UsePageMemory();
        app.UseHouseZone(settings.Zone);
        app.UseSecurityHeaders();
        app.UseErrorAnswers();
        app.UseTrustedProxies(settings.TrustedProxies);
        app.UseOrderlyStop();
        app.UseReadRates();
        app.UseReadTags();
        app.UseTextAddresses();
        app.UseRequestSizeLimit(settings.LargestRequest);
        app.UseStaticFiles();
        app.UseKeptForms();
        app.UseRouting();
        app.UseAuthentication();
        app.UseSessionFailures();
        app.UseAuthorization();

        // Around the wait for the read models: what changes during it makes a page that is being made out of date.
        app.UseFinishedPages();
        app.UseFreshness(settings.FreshnessWait);
        app.UseDigests();

        app.MapRazorPages();
        app.MapLedgerApi();
        app.MapFeeds();
        app.MapMemento();
        app.MapLog();
        app.MapWitness();
        app.MapStatus();
        app.MapHealth();
    }
}
