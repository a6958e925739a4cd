using System.Globalization;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;
using Npgsql;

namespace Ledger.Hosting.Witnesses;

/// <summary>Cosigns what logs bring to this witness (C2SP tlog-witness, add-checkpoint).</summary>
/// <remarks>
/// The row of the log is locked from where it is compared to where the new checkpoint is kept, in one transaction. So
/// of two requests that come at once the second is compared with what the first has left. A cosignature is given out
/// only when that transaction is on the disk, and what might be proof against a log is kept likewise.
/// </remarks>
public sealed class CosigningDesk(NpgsqlDataSource database, WitnessDesk desk, IEd25519 ed25519, TimeProvider time)
{
    /// <summary>Decides about a checkpoint, and cosigns it where it may.</summary>
    /// <returns>Null where this newsroom is no witness, since it has no key.</returns>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    /// <exception cref="KeyFileException">A private key cannot be used.</exception>
    public async Task<WitnessWord?> AddAsync(AddCheckpoint request, CancellationToken cancellationToken)
    {
        var origin = Checkpoint.Parse(request.Note.Text).Origin;
        var logs = await ReadKeysAsync(origin, cancellationToken);

        // Who is no log keeps no log waiting.
        var first = WitnessRules.Decide(request, logs, _ => null);
        if (first is WitnessAnswer.UnknownLog or WitnessAnswer.NotSigned or WitnessAnswer.BadSizes)
            return new(first, Sentence(first));

        return await desk.FindKeysAsync(cancellationToken) is { Count: > 0 } keys
            ? await CompareAsync(request, origin, logs, keys, cancellationToken)
            : null;
    }

    private async Task<WitnessWord> CompareAsync(
        AddCheckpoint request, string origin, List<INoteVerifier> logs, IReadOnlyList<Cosigner> keys,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var cosigned = await FindLastAsync(connection, origin, cancellationToken);
        var last = cosigned is null ? null : Checkpoint.Parse(cosigned.Text);
        var answer = WitnessRules.Decide(request, logs, _ => last);
        var refused = Checkpoint.Parse(request.Note.Text);
        var text = Sentence(answer);
        if (answer is WitnessAnswer.Accepted)
        {
            // Other signatures than those that were verified are not passed on in our name.
            var cosignatures = keys.Select(key => key.Sign(request.Note.Text)).ToList();
            var note = new SignedNote(request.Note.Text, [.. request.Note.Verify(logs), .. cosignatures]);
            await SaveAsync(connection, origin, refused.Size, note, cancellationToken);
            text = string.Concat(cosignatures.Select(signature => $"{signature}\n"));
        }
        else if (WitnessDoubts.Of(answer, refused, last) is { } doubt)
        {
            await KeepAsync(connection, origin, doubt, request.Note, cosigned!, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new(answer, text);
    }

    private static string Sentence(WitnessAnswer answer) => answer switch
    {
        WitnessAnswer.UnknownLog => "This witness knows no log of this origin.\n",
        WitnessAnswer.NotSigned => "The checkpoint is not signed by a key of the log that this witness knows.\n",
        WitnessAnswer.BadSizes => "The old size is larger than that of the checkpoint.\n",
        WitnessAnswer.Conflict(var size) => string.Create(CultureInfo.InvariantCulture, $"{size}\n"),
        WitnessAnswer.Inconsistent => "Nothing shows that the checkpoint extends the one that was cosigned last.\n",
        _ => "",
    };

    private async Task<List<INoteVerifier>> ReadKeysAsync(string origin, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read("find-keys")).With(origin);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<INoteVerifier>();
        while (await row.ReadAsync(cancellationToken))
            keys.Add(new NoteVerifier(VerifierKey.Parse(row.GetString(0)), ed25519));

        return keys;
    }

    private static async Task<SignedNote?> FindLastAsync(
        NpgsqlConnection connection, string origin, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read("find-witnessed"), connection).With(origin);
        return await command.ExecuteScalarAsync(cancellationToken) is string note ? SignedNote.Parse(note) : null;
    }

    private async Task SaveAsync(
        NpgsqlConnection connection, string origin, long size, SignedNote note, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read("save-witnessed"), connection)
            .With(origin, size, note.ToString(), time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task KeepAsync(
        NpgsqlConnection connection, string origin, WitnessDoubt doubt, SignedNote refused, SignedNote cosigned,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Read("keep-refusal"), connection).With(
            origin, doubt.ToString().ToLowerInvariant(), WitnessDesk.HashOf(refused.Text), refused.ToString(),
            cosigned.ToString(), time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Read(string name) => StatementFiles.Read<CosigningDesk>($"Statements.{name}");
}
