using System.Runtime.CompilerServices;
using Ledger.EventStore.Verifying;
using Npgsql;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>A check that PostgreSQL makes in one statement, of which each row is a finding.</summary>
public sealed class StatementCheck : ICheck
{
    // Whatever may only ever be appended to.
    private static readonly string[] Kept =
    [
        "events.mt_events", "log.leaves", "log.tiles", "log.checkpoints", "log.identity", "log.erased",
        "log.cosignatures", "log.refusals",
    ];

    // What refuses to alter it, and the one door with what it does behind.
    private static readonly (string Schema, string Name)[] Guards =
        [("events", "refuse_rewriting"), ("log", "erase"), ("log", "mask")];

    private readonly NpgsqlDataSource database;
    private readonly string sql;
    private readonly string place;
    private readonly object[] parameters;

    private StatementCheck(
        NpgsqlDataSource database, string name, string sql, string place = "", params object[] parameters)
    {
        (this.database, this.sql, this.place, this.parameters) = (database, sql, place, parameters);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Whether the versions of each stream are 1, 2, 3 and so on, in the order of the log.</summary>
    public static ICheck Streams(NpgsqlDataSource database) =>
        new StatementCheck(database, "streams", Sql.VerifyStreams, "stream ");

    /// <summary>Whether commands and names that are noted beside events belong to these.</summary>
    public static ICheck Notes(NpgsqlDataSource database) =>
        new StatementCheck(database, "notes", Sql.VerifyNotes);

    /// <summary>Whether what is said to be erased was ordered by an event, and what was ordered is erased.</summary>
    public static ICheck Erasures(NpgsqlDataSource database) =>
        new StatementCheck(database, "erasures", Sql.VerifyErasures);

    /// <summary>Whether PostgreSQL itself refuses to alter the log.</summary>
    public static ICheck Walls(NpgsqlDataSource database) =>
        new StatementCheck(
            database, "walls", Sql.VerifyWalls, "", Kept,
            Guards.Select(guard => $"{guard.Schema}.{guard.Name}").ToArray(),
            Guards.Select(guard => Sql.BodyOf(guard.Name)).ToArray());

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress?.Report(new(Name, 0, 0));
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return new(Name, place + rows.GetValue(0), rows.GetString(1));
    }
}
