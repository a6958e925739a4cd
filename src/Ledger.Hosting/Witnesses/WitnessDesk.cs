using System.Security.Cryptography;
using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;
using Npgsql;

namespace Ledger.Hosting.Witnesses;

/// <summary>This newsroom as a witness cannot do what it was asked; the message says why.</summary>
public sealed class WitnessException(string message) : Exception(message);

/// <summary>This newsroom as a witness: its name, its keys, and the logs of others that it knows.</summary>
public sealed class WitnessDesk(NpgsqlDataSource database, WitnessSettings settings, TimeProvider time)
{
    /// <summary>The keys of this witness, with its name; null where it has no name yet or no folder of keys.</summary>
    /// <exception cref="KeyFileException">A file cannot be used.</exception>
    public async Task<IReadOnlyList<Cosigner>?> FindKeysAsync(CancellationToken cancellationToken) =>
        settings.KeyFolder is { } folder && await FindNameAsync(cancellationToken) is { } name
            ? new WitnessKeys(folder, name, time).Read()
            : null;

    /// <summary>The keys of this witness, made now where there are none.</summary>
    /// <param name="name">The name that it gets; null takes the one that it has.</param>
    /// <exception cref="WitnessException">It has another name, or none.</exception>
    /// <exception cref="KeyFileException">A file cannot be used.</exception>
    public async Task<IReadOnlyList<Cosigner>> OpenKeysAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is not null && !VerifierKey.IsName(name))
            throw new WitnessException($"The name of a witness must be like news.example/witness, but is '{name}'.");

        if (name is not null)
            await RunAsync("keep-name", cancellationToken, name);

        var kept = await FindNameAsync(cancellationToken)
            ?? throw new WitnessException("This witness has no name yet; give it one, like news.example/witness.");
        if (name is not null && name != kept)
            throw new WitnessException($"The name of this witness is '{kept}' for all its life.");

        return settings.KeyFolder is { } folder
            ? new WitnessKeys(folder, kept, time).ReadOrCreate()
            : throw new WitnessException("This process has no folder of keys.");
    }

    /// <summary>Witnesses a log from now on, or believes one more of its keys.</summary>
    /// <exception cref="WitnessException">The key is none of a log.</exception>
    public async Task AddAsync(VerifierKey log, CancellationToken cancellationToken)
    {
        if (log.Type != SignatureType.Ed25519)
            throw new WitnessException($"The key of '{log.Name}' is one of a witness, and not of a log.");

        await RunAsync("add-log", cancellationToken, log.Name, time.GetUtcNow());
        await RunAsync("add-key", cancellationToken, log.ToString(), log.Name, time.GetUtcNow());
    }

    /// <summary>Believes a key of a log no more. What was cosigned of the log is kept.</summary>
    /// <exception cref="WitnessException">It was not believed.</exception>
    public async Task StopAsync(VerifierKey log, CancellationToken cancellationToken)
    {
        if (await RunAsync("stop-key", cancellationToken, log.ToString(), time.GetUtcNow()) == 0)
            throw new WitnessException($"This witness does not know such a key of '{log.Name}'.");
    }

    /// <summary>The logs that are or were witnessed, by their origins.</summary>
    public async Task<IReadOnlyList<WitnessedLog>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = Statement("list-witnessed");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var logs = new List<WitnessedLog>();
        while (await row.ReadAsync(cancellationToken))
            logs.Add(new(
                row.GetString(0), row.GetInt64(1),
                await row.IsDBNullAsync(2, cancellationToken) ? null : row.GetFieldValue<DateTimeOffset>(2),
                await row.IsDBNullAsync(3, cancellationToken) ? null : row.GetString(3),
                row.GetFieldValue<string[]>(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7)));

        return logs;
    }

    /// <summary>What was refused, the newest first.</summary>
    public async Task<IReadOnlyList<WitnessRefusal>> ListRefusalsAsync(CancellationToken cancellationToken)
    {
        await using var command = Statement("list-refusals");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var refusals = new List<WitnessRefusal>();
        while (await row.ReadAsync(cancellationToken))
            refusals.Add(new(
                row.GetString(0), Enum.Parse<WitnessDoubt>(row.GetString(1), ignoreCase: true), row.GetString(2),
                row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)));

        return refusals;
    }

    /// <summary>The checkpoint that was cosigned last of a log, with the cosignatures; null where none was.</summary>
    /// <param name="origin">The SHA-256 of the log's origin.</param>
    public async Task<string?> FindCosignedAsync(byte[] origin, CancellationToken cancellationToken)
    {
        await using var command = Statement("find-cosigned", origin);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>How a log is named in the address of what was cosigned of it.</summary>
    public static byte[] HashOf(string origin) => SHA256.HashData(Encoding.UTF8.GetBytes(origin));

    private async Task<string?> FindNameAsync(CancellationToken cancellationToken)
    {
        await using var command = Statement("find-name");
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task<int> RunAsync(string name, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Statement(name, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Statement(string name, params object?[] values) =>
        database.CreateCommand(StatementFiles.Read<WitnessDesk>($"Statements.{name}")).With(values);
}
