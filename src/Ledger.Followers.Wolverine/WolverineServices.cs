using JasperFx;
using JasperFx.CodeGeneration;
using Ledger.Followers.Wolverine.Commands;
using Ledger.Followers.Wolverine.Events;
using Ledger.Followers.Wolverine.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;

namespace Ledger.Followers.Wolverine;

/// <summary>Puts Wolverine beside the ledger.</summary>
public static class WolverineServices
{
    /// <summary>Where Wolverine keeps its inbox, outbox, dead letters and queues; it makes the tables itself.</summary>
    public const string Schema = "wolverine";

    /// <summary>Adds Wolverine, which starts and stops with the host, after the ledger was added.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="connectionString">Of the ledger's database.</param>
    /// <param name="settings">What goes through Wolverine.</param>
    /// <remarks>
    /// What a host wants beside, such as handlers of <see cref="LedgerEvent"/> and other transports, it adds as an
    /// <see cref="IWolverineExtension"/>.
    /// </remarks>
    public static IServiceCollection AddLedgerWolverine(
        this IServiceCollection services, string connectionString, WolverineSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<CommandDesk>();
        services.AddLogging(Quieten);
        if (settings.Events)
        {
            services.AddSingleton<WolverineOutbox>().AddSingleton<EnvelopeStates>().AddSingleton<WolverineFollower>();
            services.AddSingleton<IFollowerSource, WolverineFollowers>();
        }

        return services.AddWolverine(
            ExtensionDiscovery.ManualOnly, options => Configure(options, connectionString, settings));
    }

    // It tells of every message, and wonders that there are no handlers to be found by looking for them.
    private static void Quieten(ILoggingBuilder logging) => logging
        .AddFilter("Wolverine", LogLevel.Warning)
        .AddFilter("Wolverine.Configuration.HandlerDiscovery", LogLevel.Error);

    private static void Configure(WolverineOptions options, string connectionString, WolverineSettings settings)
    {
        options.ServiceName = "ledger";
        options.ApplicationAssembly = typeof(WolverineServices).Assembly;

        // Nothing here is compiled while the program runs.
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        options.Discovery.DisableConventionalDiscovery();
        options.UsePostgresqlPersistenceAndTransport(connectionString, Schema, Schema).AutoProvision();
        options.AutoBuildMessageStorageOnStartup = AutoCreate.CreateOrUpdate;
        options.Policies.UseDurableLocalQueues();
        options.Policies.UseDurableInboxOnAllListeners();
        options.Policies.UseDurableOutboxOnAllSendingEndpoints();
        options.Policies.OnAnyException().RetryWithCooldown([.. settings.FirstPauses]);
        options.MetadataRules.Add(new EnvelopeIds());
        if (settings is { Events: true, EventQueue: { } events })
            options.PublishMessage<LedgerEvent>().ToPostgresqlQueue(events);

        if (!settings.Commands)
            return;

        options.AddMessageHandler(new CommandHandler());
        if (settings.CommandQueue is { } commands)
            options.ListenToPostgresqlQueue(commands);
    }
}
