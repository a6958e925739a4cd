using Ledger.Application;
using Ledger.Application.Assets;
using Ledger.Application.Auditing;
using Ledger.Application.Copies;
using Ledger.Application.Drafts;
using Ledger.Application.Loading;
using Ledger.Application.Policies;
using Ledger.Application.Reports;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Followers.Following;
using Ledger.Followers.Storing;
using Ledger.Followers.Webhooks;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Assets;
using Ledger.Hosting.Bundles;
using Ledger.Hosting.Erasing;
using Ledger.Hosting.Reporters;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Stores;
using Ledger.Hosting.Verifying;
using Ledger.Hosting.Webhooks;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Projections.Assets;
using Ledger.Projections.Blaming;
using Ledger.Projections.Changelog;
using Ledger.Projections.Copies;
using Ledger.Projections.Corrections;
using Ledger.Projections.Drafts;
using Ledger.Projections.Fixes;
using Ledger.Projections.Metrics;
using Ledger.Projections.Policies;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Ledger.Hosting;

/// <summary>The one place where the parts are put together and a concrete store is named.</summary>
public static class LedgerServices
{
    // What is asked again and again is parsed and planned once for each connection, and not each time. It stands first
    // so that a connection string can say otherwise, as it must behind some pools.
    private const string PlanOnce = "Max Auto Prepare=100;";

    /// <summary>Adds the whole ledger on one database.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="connectionString">For Npgsql.</param>
    /// <param name="limits">How large a story may be.</param>
    /// <param name="policy">The rules of the house until it adopts its own.</param>
    /// <param name="store">Through what the log is written and read; Ledger's own statements when null.</param>
    public static IServiceCollection AddLedger(
        this IServiceCollection services, string connectionString, Limits? limits = null, HousePolicy? policy = null,
        LogStore? store = null)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(limits ?? new Limits());
        services.AddSingleton(policy ?? HousePolicy.Default);
        services.AddSingleton(_ => NpgsqlDataSource.Create(PlanOnce + connectionString));
        services.AddSingleton(LedgerEvents.Catalogue);
        services.AddKeyedSingleton(LogStores.Appending, (_, _) => NpgsqlDataSource.Create(connectionString));
        services.AddSingleton(provider => new PostgresEventStore(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<EventCatalogue>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredKeyedService<NpgsqlDataSource>(LogStores.Appending)));
        (store ?? LogStore.Npgsql).Add(services);
        services.AddMerkleLog();
        services.AddWitnesses();
        services.AddSingleton<ISnapshotStore, PostgresSnapshotStore>();
        services.TryAddSingleton(_ => new StoryCache());
        services.AddSingleton<StorySnapshots>();
        services.AddSingleton<StoryRepository>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<CopyRunner>();
        services.AddSingleton<StreamLoader>();
        services.AddSingleton<ChangeAudit>().AddSingleton<Verification>();
        services.AddSingleton<BundleExport>();
        services.AddSingleton<ErasureStore>().AddSingleton<ErasureDesk>().AddSingleton<Scrubbing>();
        services.AddSingleton<StreamRunner>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<DraftPublisher>();
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<IAssetUses, AssetUses>().AddSingleton<AssetPublisher>().AddSingleton<AssetDesk>();
        services.AddAccounts();
        services.AddFollowers();
        return services.AddReports().AddReadModels().AddRequests();
    }

    /// <summary>Creates what is missing of the schemas and tables. Safe at every start, by many at once.</summary>
    public static async Task MigrateLedgerAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<PostgresEventStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<ProjectionRunner>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<AccountStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<ReporterStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<ErasureStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<WitnessStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<FollowerStore>().MigrateAsync(cancellationToken);
        await services.GetRequiredService<WebhookStore>().MigrateAsync(cancellationToken);
    }

    // Whoever may sign adds its settings first.
    private static void AddMerkleLog(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new SigningSettings());
        services.AddSingleton(provider => provider.GetRequiredService<SigningSettings>().ToSigning());
        services.AddSingleton<MerkleLog>().AddSingleton<CheckpointPublisher>().AddSingleton<EventFinder>();
    }

    // Whose policy it is, whoever reads the environment says.
    private static void AddWitnesses(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new WitnessSettings());
        services.AddSingleton(
            provider => new LogWitnesses(provider.GetRequiredService<WitnessSettings>().Policy));
        services.AddSingleton<IEd25519, Ed25519>().AddSingleton<Cosignatures>().AddSingleton<WitnessedCheckpoints>();
        services.AddSingleton<WitnessStore>().AddSingleton<WitnessClient>().AddSingleton<WitnessRound>();
        services.AddSingleton<WitnessReport>().AddSingleton<WitnessDesk>().AddSingleton<CosigningDesk>();
    }

    private static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new IntakeLimits());
        return services
            .AddSingleton<ReporterStore>()
            .AddSingleton<IReporterStore>(provider => provider.GetRequiredService<ReporterStore>())
            .AddSingleton<Receipts>()
            .AddSingleton<Intake>()
            .AddSingleton<ReportRunner>();
    }

    private static void AddFollowers(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new WebhookSettings());
        SecretSeal.AddKeys(services);
        services.AddSingleton<FollowerStore>().AddSingleton<FollowerRunner>();
        services.AddSingleton<ISecretSeal, SecretSeal>().AddSingleton<Ed25519Keys>(Ed25519.Key);
        services.AddSingleton<WebhookStore>().AddSingleton<WebhookSender>().AddSingleton<WebhookDesk>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new SignInPolicy());
        services.AddSingleton<AccountStore>().AddSingleton<SessionStore>().AddSingleton<OneTimeLinks>();
        services.AddSingleton<SignIns>().AddSingleton<Lockout>().AddSingleton<SignInAudit>();
    }

    private static IServiceCollection AddReadModels(this IServiceCollection services) => services
        .AddSingleton<StoryQueries>()
        .AddSingleton<RevisionQueries>()
        .AddSingleton<ChangelogQueries>()
        .AddSingleton<BlameQueries>()
        .AddSingleton<CorrectionQueries>()
        .AddSingleton<CorrectionFeedQueries>()
        .AddSingleton<ReportQueries>()
        .AddSingleton<CopyQueries>()
        .AddSingleton<MetricsQueries>()
        .AddSingleton<PolicyQueries>()
        .AddSingleton<DraftQueries>()
        .AddSingleton<FixQueries>()
        .AddSingleton<AssetQueries>()
        .AddSingleton<ProjectionRunner>()
        .AddSingleton<Rebuild>();

    private static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<ServiceFactory>(provider => provider.GetRequiredService)
        .AddSingleton<IMediator, Mediator>()
        .Scan(scan => scan.FromAssemblyOf<CommandRunner>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithSingletonLifetime());
}
