using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Hosting.Stores;

/// <summary>Through which library the log is written and read.</summary>
/// <param name="Name">As it is asked for: <c>npgsql</c>.</param>
/// <param name="Add">Adds the store, under the interfaces by which others know it.</param>
public sealed record LogStore(string Name, Action<IServiceCollection> Add)
{
    /// <summary>Ledger's own statements, in every build.</summary>
    public static LogStore Npgsql { get; } = new("npgsql", services => services.AddLog(
        provider => provider.GetRequiredService<PostgresEventStore>()));
}

/// <summary>The stores of this build.</summary>
public static partial class LogStores
{
    private static readonly string[] Names = [LogStore.Npgsql.Name, "marten"];

    /// <summary>The store of a name.</summary>
    /// <exception cref="NoSuchStoreException">No store is called so, or this build does not have it.</exception>
    public static LogStore Find(string name)
    {
        List<LogStore> built = [LogStore.Npgsql];
        AddMarten(built);
        return built.Find(store => store.Name == name) ?? throw new NoSuchStoreException(Names.Contains(name)
            ? $"is '{name}', which this build does not have: build it with CritterStack=true"
            : $"must be {string.Join(" or ", Names)}, but is '{name}'");
    }

    /// <summary>The source of the one connection that appends.</summary>
    internal const string Appending = "appending";

    internal static void AddLog<TStore>(this IServiceCollection services, Func<IServiceProvider, TStore> open)
        where TStore : class, IEventStore, ILogWatch
    {
        services.AddSingleton<IEventStore>(open);
        services.AddSingleton(provider => (ILogWatch)provider.GetRequiredService<IEventStore>());
    }

    // In a file that is left out where Marten cannot be had.
    static partial void AddMarten(List<LogStore> stores);
}

/// <summary>There is no such store here; the message goes on after the name of what asked for it.</summary>
public sealed class NoSuchStoreException(string message) : Exception(message);
