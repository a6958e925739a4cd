using System.CommandLine;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting;
using Ledger.Hosting.Accounts;
using Ledger.Projections.Running;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Cli.Running;

/// <summary>One command at work: its database, its actor, and the ledger between them.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly OpenDatabase database;
    private readonly ServiceProvider services;

    private Session(ParseResult parsed, OpenDatabase database, ServiceProvider services)
    {
        Parsed = parsed;
        this.database = database;
        this.services = services;
    }

    public ParseResult Parsed { get; }

    /// <summary>Whether answers are asked for as JSON.</summary>
    public bool AsJson => Parsed.GetValue(GlobalOptions.Json);

    public static Task<Session> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(parsed, services => services.MigrateLedgerAsync(cancellationToken), cancellationToken);

    /// <summary>Opens the database and leaves it as it is, so that what is missing there is found missing.</summary>
    public static Task<Session> OpenAsFoundAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(parsed, _ => Task.CompletedTask, cancellationToken);

    private static async Task<Session> OpenAsync(
        ParseResult parsed, Func<IServiceProvider, Task> prepare, CancellationToken cancellationToken)
    {
        var limits = ConfiguredLimits.FromEnvironment();
        var signing = ConfiguredSigning.FromEnvironment();
        var store = ConfiguredStore.FromEnvironment();
        var witnesses = ConfiguredWitnesses.FromEnvironment();
        var database = await OpenDatabase.OpenAsync(parsed, cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton(signing)
            .AddSingleton(witnesses)
            .AddSingleton(ConfiguredSite.Webhooks())
            .AddLedger(database.ConnectionString, limits, store: store)
            .BuildServiceProvider();
        var session = new Session(parsed, database, services);
        try
        {
            await prepare(services);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken) =>
        Get<IMediator>().Send(request, cancellationToken);

    /// <summary>The account that <c>--as</c> names, or whoever is logged in here, who may do everything.</summary>
    /// <exception cref="RefusedException">There is no such account, or it is disabled.</exception>
    public async Task<Actor> GetActorAsync(CancellationToken cancellationToken)
    {
        if (Parsed.GetValue(GlobalOptions.As) is not { } name)
            return new($"os:{Environment.UserName}", Environment.UserName, Enum.GetValues<Role>());

        return await Get<AccountStore>().FindAsync(name, cancellationToken) switch
        {
            null => throw new RefusedException(new NoSuchAccount(name)),
            { Disabled: true } => throw new RefusedException(new AccountDisabled(name)),
            var account => account.ToActor(),
        };
    }

    /// <returns>The actor, who may do it.</returns>
    /// <exception cref="RefusedException">The actor lacks the role that this needs.</exception>
    public async Task<Actor> RequireAsync(Permission permission, CancellationToken cancellationToken)
    {
        var actor = await GetActorAsync(cancellationToken);
        return actor.May(permission) ? actor : throw new RefusedException(new NotAllowed(permission));
    }

    /// <summary>The actor as the audit of sign-ins names them, if they may do what needs the permission.</summary>
    /// <exception cref="RefusedException">The actor lacks the role that this needs.</exception>
    public async Task<Origin> RequireOriginAsync(Permission permission, CancellationToken cancellationToken) =>
        new((await RequireAsync(permission, cancellationToken)).Id, null);

    /// <summary>Brings the read models up with the log, so that the next read shows every earlier command.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (!await Get<ProjectionRunner>().CatchUpAsync(LongestWait, cancellationToken))
            ErrorOutput.Notice("The read models are behind the log, so this may be out of date; see 'ledger status'.");
    }

    /// <summary>The log as it is signed: up to now where its keys are here, else as it was signed last.</summary>
    /// <exception cref="LogKeysException">Nothing was ever signed, and the keys are not here.</exception>
    public async Task<StoredCheckpoint> SignAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Get<CheckpointPublisher>().PublishAsync(cancellationToken);
        }
        catch (LogKeysException e) when (e.InnerException is null)
        {
            await Get<CheckpointPublisher>().KeepOriginAsync(cancellationToken);
            if (await Get<MerkleLog>().FindLastCheckpointAsync(cancellationToken) is not { } last)
                throw;

            ErrorOutput.Notice($"{e.Message} What was signed last is used.");
            return last;
        }
    }

    /// <exception cref="RefusedException">There is no such story.</exception>
    public async Task<Guid> FindStoryIdAsync(string idOrSlug, CancellationToken cancellationToken)
    {
        var id = await Get<StoryRepository>().FindAsync(idOrSlug, cancellationToken);
        var first = id is null ? null : Get<IEventStore>().ReadStreamAsync(id.Value, new(1, 1), cancellationToken);
        return first is not null && await first.AnyAsync(cancellationToken)
            ? id!.Value
            : throw new RefusedException(new StoryNotFound());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}

internal sealed record NoSuchAccount(string Name) : Refusal("no-such-account", $"There is no account '{Name}'.");

internal sealed record AccountDisabled(string Name) : Refusal("account-disabled", $"The account '{Name}' is disabled.");
