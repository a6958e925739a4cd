using System.Collections.Concurrent;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>The names by which Marten finds the .NET types of events.</summary>
internal static class DotNetTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = [];

    /// <summary>The full name of a type and its assembly, without a version.</summary>
    public static string NameOf(Type type) => Names.GetOrAdd(
        type, static type => $"{type.FullName}, {type.Assembly.GetName().Name}");
}
