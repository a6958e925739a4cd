using System.Runtime.CompilerServices;
using Ledger.Integrity.Notes;
using Npgsql;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>A cosignature as it is stored, which says nothing of whether it is right.</summary>
/// <param name="Vkey">The public key that it is said to be by.</param>
/// <param name="Line">The signature line, as it stands under a note.</param>
public sealed record StoredCosignature(string Vkey, string Line)
{
    /// <summary>The key, or null where the row was altered so that it is none.</summary>
    public VerifierKey? FindKey()
    {
        try
        {
            return VerifierKey.Parse(Vkey);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>What witnesses have signed of the checkpoints of this log: rows that are added and never altered.</summary>
public sealed class Cosignatures(NpgsqlDataSource database)
{
    /// <summary>Stores a cosignature that was verified. Of several by one key the first stays.</summary>
    /// <param name="checkpoint">The number of the checkpoint.</param>
    public async Task SaveAsync(
        long checkpoint, VerifierKey key, NoteSignature signature, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.SaveCosignature);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checkpoint });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{key}" });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{signature}" });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The cosignatures of a checkpoint, the oldest first.</summary>
    /// <param name="checkpoint">Its number.</param>
    public async Task<IReadOnlyList<StoredCosignature>> ReadAsync(
        long checkpoint, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.ReadCosignatures);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = checkpoint });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<StoredCosignature>();
        while (await row.ReadAsync(cancellationToken))
            found.Add(new(row.GetString(0), row.GetString(1)));

        return found;
    }

    /// <summary>The checkpoints that have cosignatures, newest first, with the vkeys that they are by.</summary>
    /// <param name="first">The number of the last that is looked at.</param>
    public async IAsyncEnumerable<(long Checkpoint, string[] Vkeys)> ReadNewestAsync(
        long first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Some at a time, since whoever reads mostly stops at the first.
        for (var before = long.MaxValue; before > first;)
        {
            var page = await ReadPageAsync(first, before, cancellationToken);
            foreach (var cosigned in page)
                yield return cosigned;

            if (page.Count == 0)
                yield break;

            before = page[^1].Checkpoint;
        }
    }

    private async Task<List<(long Checkpoint, string[] Vkeys)>> ReadPageAsync(
        long first, long before, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.ReadCosigned);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<(long, string[])>();
        while (await row.ReadAsync(cancellationToken))
            page.Add((row.GetInt64(0), row.GetFieldValue<string[]>(1)));

        return page;
    }
}
