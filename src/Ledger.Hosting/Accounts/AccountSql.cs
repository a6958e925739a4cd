using System.Collections.Concurrent;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The SQL files beside, which travel inside the assembly.</summary>
internal static class AccountSql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>A statement with its parameters, <c>$1</c> first.</summary>
    public static NpgsqlCommand Statement(this NpgsqlDataSource database, string name, params object?[] values) =>
        Fill(database.CreateCommand(Read($"Statements.{name}")), values);

    /// <summary>The same on a connection whose transaction it is part of.</summary>
    public static NpgsqlCommand Statement(this NpgsqlConnection connection, string name, params object?[] values) =>
        Fill(new(Read($"Statements.{name}"), connection), values);

    private static NpgsqlCommand Fill(NpgsqlCommand command, object?[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });

        return command;
    }

    /// <summary>The text of a file, by its folder and name: <c>Schema.account</c>.</summary>
    public static string Read(string name) => Texts.GetOrAdd(name, static name =>
    {
        var resource = $"{typeof(AccountSql).Namespace}.{name}.sql";
        using var stream = typeof(AccountSql).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{resource}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
