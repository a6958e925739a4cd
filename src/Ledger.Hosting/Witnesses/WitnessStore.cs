using Npgsql;

namespace Ledger.Hosting.Witnesses;

/// <summary>What is kept of the witnesses of this log, in tables beside it.</summary>
public sealed class WitnessStore(NpgsqlDataSource database)
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.witnesses'))";

    private static readonly string[] Tables =
        ["witness_state", "witness_identity", "witnessed_log", "witnessed_key"];

    private static readonly Dictionary<string, WitnessOutcome> Outcomes = new()
    {
        ["cosigned"] = WitnessOutcome.Cosigned,
        ["away"] = WitnessOutcome.Away,
        ["refused"] = WitnessOutcome.Refused,
        ["rolled-back"] = WitnessOutcome.RolledBack,
        ["split"] = WitnessOutcome.Split,
    };

    /// <summary>Creates what is missing of the tables, in the schema <c>ops</c>. Safe at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in Tables.Select(table => Read($"Schema.{table}")).Prepend(Lock))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>All states, by vkey.</summary>
    public async Task<IReadOnlyDictionary<string, WitnessState>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read("Statements.list-states"));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var states = new Dictionary<string, WitnessState>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            var state = new WitnessState(
                row.GetString(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2),
                row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4), Outcomes[row.GetString(5)],
                await row.IsDBNullAsync(6, cancellationToken) ? null : row.GetString(6), row.GetInt64(7));
            states.Add(state.Vkey, state);
        }

        return states;
    }

    internal async Task SaveAsync(WitnessState state, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read("Statements.save-state")).With(
            state.Vkey, state.Checkpoint, state.AskedAt, state.NotBefore, state.Failures,
            Outcomes.Single(outcome => outcome.Value == state.Outcome).Key, state.Reason, state.Size);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Read(string name) => StatementFiles.Read<WitnessStore>(name);
}
