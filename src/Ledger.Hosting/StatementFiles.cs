using System.Collections.Concurrent;
using Npgsql;

namespace Ledger.Hosting;

/// <summary>The SQL files of this project, each in a folder beside the class that runs it.</summary>
internal static class StatementFiles
{
    private static readonly ConcurrentDictionary<(Type, string), string> Texts = [];

    /// <summary>The text of a file beside a class, by its folder and name: <c>Schema.account</c>.</summary>
    public static string Read<T>(string name) => Texts.GetOrAdd((typeof(T), name), static key =>
    {
        var (beside, name) = key;
        using var stream = beside.Assembly.GetManifestResourceStream(beside, $"{name}.sql")
            ?? throw new InvalidOperationException($"There is no {name}.sql beside {beside}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>Gives a statement its parameters, <c>$1</c> first.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });

        return command;
    }
}
