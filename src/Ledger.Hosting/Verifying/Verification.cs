using System.Runtime.CompilerServices;
using Ledger.Application.Auditing;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.EventStore.Postgres.Verifying;
using Ledger.EventStore.Verifying;
using Ledger.Integrity.Notes;
using Ledger.Projections.Running;
using Ledger.Projections.Verifying;
using Npgsql;

namespace Ledger.Hosting.Verifying;

/// <summary>Looks through the whole database for anything that is not as it was written.</summary>
/// <remarks>
/// First the log: what keeps it from being altered, events, streams, what is noted beside them. What is made from the
/// log, its tree and its read models, is compared only where that is sound, since it would be blamed for what is wrong
/// there.
/// </remarks>
public sealed class Verification(
    NpgsqlDataSource database, IEventStore store, ISnapshotStore snapshots, ProjectionRunner models, ChangeAudit audit,
    LogSigning signing, IEd25519 ed25519)
{
    private const string CouldNot = "could not be made";

    private readonly ICheck walls = StatementCheck.Walls(database);

    private readonly IReadOnlyList<ICheck> ofLog =
    [
        new EventsCheck(database), StatementCheck.Streams(database), StatementCheck.Notes(database),
        StatementCheck.Erasures(database), new CosignaturesCheck(database, ed25519),
    ];

    private readonly IReadOnlyList<ICheck> ofMade =
        [new SnapshotsCheck(store, snapshots), new ReadModelsCheck(database, store, models)];

    /// <summary>The names of the checks, in their order.</summary>
    public IReadOnlyList<string> Names(VerificationScope scope) => [.. All(scope).Select(check => check.Name)];

    /// <summary>Runs the checks, one after the other.</summary>
    /// <param name="scope">How far it goes.</param>
    /// <param name="progress">Told how far each check has come.</param>
    /// <param name="cancellationToken">Ends it before it is through.</param>
    /// <returns>What is wrong, as soon as it is found; nothing where all is well.</returns>
    public async IAsyncEnumerable<Finding> RunAsync(
        VerificationScope scope, IProgress<CheckProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isSound = true;
        foreach (var check in All(scope).TakeWhile(check => isSound || ofLog.Contains(check)))
        {
            await using var findings = check.RunAsync(progress, cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(check, findings, cancellationToken) is { } finding)
            {
                isSound &= check == walls;
                yield return finding;
                if (finding.What.StartsWith(CouldNot, StringComparison.Ordinal))
                    break;
            }
        }
    }

    private static async Task<Finding?> NextAsync(
        ICheck check, IAsyncEnumerator<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            return await findings.MoveNextAsync() ? findings.Current : null;
        }
        catch (PostgresException e) when (IsOfSchema(e))
        {
            return new(check.Name, "the check", $"{CouldNot}: {e.MessageText}");
        }
    }

    // A table, a column or a function that is gone: it is what was to be found.
    private static bool IsOfSchema(PostgresException e) => e.SqlState is PostgresErrorCodes.UndefinedTable
        or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction
        or PostgresErrorCodes.InvalidSchemaName;

    private IEnumerable<ICheck> All(VerificationScope scope)
    {
        var tree = new TreeCheck(database, signing.Keys, scope.Keys, scope.Kept);
        IReadOnlyList<ICheck> changes = scope.IsFull ? [new ChangesCheck(audit)] : [];
        return [walls, .. ofLog, tree, .. ofMade, .. changes];
    }
}
