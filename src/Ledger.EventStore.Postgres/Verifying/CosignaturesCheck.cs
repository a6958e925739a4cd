using System.Globalization;
using System.Runtime.CompilerServices;
using Ledger.EventStore.Verifying;
using Ledger.Integrity.Notes;
using Npgsql;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>Verifies the stored cosignatures of witnesses, each by its key over the note of its checkpoint.</summary>
/// <remarks>
/// Rows of witnesses that a policy does not name any more are verified as well. Whether a row's key is one to be
/// believed is not asked here: a policy counts only those that it names.
/// </remarks>
public sealed class CosignaturesCheck(NpgsqlDataSource database, IEd25519 ed25519) : ICheck
{
    /// <inheritdoc/>
    public string Name => "cosignatures";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress?.Report(new(Name, 0, 0));
        await using var command = database.CreateCommand(Sql.VerifyCosignatures);
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var (checkpoint, vkey) = (row.GetInt64(0), row.GetString(1));
            var note = await row.IsDBNullAsync(3, cancellationToken) ? null : row.GetString(3);
            if (WhatIsWrong(vkey, row.GetString(2), note) is { } wrong)
                yield return new(Name, Where(checkpoint, vkey), wrong);
        }
    }

    private string? WhatIsWrong(string vkey, string line, string? note)
    {
        if (note is null)
            return "is there, and its checkpoint is not";

        try
        {
            var key = VerifierKey.Parse(vkey);
            return key.Type == SignatureType.Cosignature
                && NoteSignature.TryParse(line) is { } signature
                && (signature.Name, signature.KeyId) == (key.Name, key.Id)
                && new NoteVerifier(key, ed25519).IsValid(SignedNote.Parse(note).Text, signature)
                ? null
                : "is not what the witness has signed: it was altered, or its checkpoint";
        }
        catch (FormatException)
        {
            return "cannot be read: it, its key or its checkpoint was altered";
        }
    }

    private static string Where(long checkpoint, string vkey) => string.Create(
        CultureInfo.InvariantCulture, $"cosignature of '{vkey.Split('+')[0]}' on checkpoint {checkpoint}");
}
