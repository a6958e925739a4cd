using Npgsql;

namespace Ledger.Followers.Wolverine.Events;

/// <summary>What became of one envelope.</summary>
internal enum EnvelopeState
{
    /// <summary>It was never stored, or it has gone to where it was sent, or was handled long ago.</summary>
    Unknown,

    /// <summary>Wolverine holds it, and is to send or to handle it.</summary>
    UnderWay,

    /// <summary>It was handled a while ago.</summary>
    Handled,

    /// <summary>It lies among the dead letters.</summary>
    Dead,
}

/// <summary>Asks the tables of Wolverine's durable inbox and outbox what became of envelopes.</summary>
internal sealed class EnvelopeStates(NpgsqlDataSource database)
{
    private static readonly string State = Load();

    /// <summary>The state of each envelope, and why it was given up, in the order of the ids.</summary>
    public async Task<IReadOnlyList<(EnvelopeState State, string? Reason)>> FindAsync(
        Guid[] ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, (EnvelopeState State, string? Reason)>();
        await using var command = database.CreateCommand(State);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // It is in two tables for as long as it goes from one to the other; then the better news is the newer.
            var (id, state) = (reader.GetGuid(0), StateOf(reader.GetString(1)));
            if (!found.TryGetValue(id, out var other) || state < other.State)
                found[id] = (state, reader.IsDBNull(2) ? null : reader.GetString(2));
        }

        return [.. ids.Select(id => found.GetValueOrDefault(id))];
    }

    private static EnvelopeState StateOf(string state) => state switch
    {
        "handled" => EnvelopeState.Handled,
        "dead" => EnvelopeState.Dead,
        _ => EnvelopeState.UnderWay,
    };

    private static string Load()
    {
        using var stream = typeof(EnvelopeStates).Assembly
            .GetManifestResourceStream(typeof(EnvelopeStates), "state.sql")
            ?? throw new InvalidOperationException("There is no state.sql beside EnvelopeStates.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
