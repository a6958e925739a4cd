using Npgsql;

namespace Ledger.Benchmarks.Machine;

/// <summary>The <c>.sql</c> files of this project, and short ways to run a statement.</summary>
internal static class Statements
{
    /// <summary>The text of <c>Statements/NAME.sql</c>.</summary>
    public static string Read(string name) => ReadText($"Statements.{name}.sql");

    /// <summary>The text of any file that travels inside the program, with dots in its path.</summary>
    public static string ReadText(string file)
    {
        var resource = $"Ledger.Benchmarks.{file}";
        using var stream = typeof(Statements).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static async Task ExecuteAsync(
        this NpgsqlDataSource database, string statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The statement gives something else, or nothing.</exception>
    public static async Task<T> ScalarAsync<T>(
        this NpgsqlDataSource database, string statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        return await command.ExecuteScalarAsync(cancellationToken) is T value
            ? value
            : throw new InvalidOperationException($"'{statement}' does not give a {typeof(T).Name}.");
    }
}
