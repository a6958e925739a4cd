using System.Collections.Concurrent;

namespace Ledger.Projections.Rows;

/// <summary>The statements of the read models, each in a file of its own beside the class that runs it.</summary>
internal static class Sql
{
    private static readonly ConcurrentDictionary<(Type, string), string> Texts = [];

    /// <summary>The text of <c>{name}.sql</c> in the folder of a class.</summary>
    public static string Of<T>(string name) =>
        Texts.GetOrAdd((typeof(T), name), static key => Read(key.Item1, key.Item2));

    private static string Read(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(beside, $"{name}.sql")
            ?? throw new InvalidOperationException($"There is no {name}.sql beside {beside}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
