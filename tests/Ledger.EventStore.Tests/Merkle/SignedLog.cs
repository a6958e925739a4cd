using Ledger.EventStore.Postgres;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.EventStore.Tests.Contract;
using Ledger.EventStore.Tests.Postgres;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.EventStore.Tests.Merkle;

/// <summary>A log of its own, with keys that a test can change.</summary>
internal sealed class SignedLog : ILogKeys, IAsyncDisposable
{
    public const string Origin = "log.example/test";

    private readonly PostgresLog log;

    private SignedLog(PostgresLog log)
    {
        this.log = log;
        Store = log.Open();
        Tree = new(log.Source);
        Publisher = new(log.Source, new(this, Origin, "unused"));
        Keys = [Key(1)];
    }

    public PostgresLog Log => log;

    public PostgresEventStore Store { get; }

    public MerkleLog Tree { get; }

    public CheckpointPublisher Publisher { get; }

    public List<LogKey> Keys { get; }

    public static async Task<SignedLog> CreateAsync() => new(await PostgresLog.CreateAsync());

    public static LogKey Key(byte seed)
    {
        var signer = new NoteSigner(Origin, Ed25519.Key(Enumerable.Repeat(seed, 32).ToArray()));
        return new(signer, new NoteVerifier(signer.Key, new Ed25519()));
    }

    public IReadOnlyList<LogKey> Open(string origin, bool isNew) => origin == Origin ? [.. Keys] : [];

    public Task<StoredCheckpoint> PublishAsync() => Publisher.PublishAsync(TestContext.Current.CancellationToken);

    public Task AppendAsync(int events) =>
        log.AppendAsync(Store, [.. Enumerable.Range(1, events).Select(n => new NoteTaken($"note {n}"))]);

    /// <summary>Leaves without events: many of them cost nothing so.</summary>
    public Task AddLeavesAsync(int upTo) => log.ExecuteAsync(
        "insert into log.leaves (position, hash, salts) select n, sha256(convert_to(n::text, 'UTF8')), '' "
        + $"from generate_series((select coalesce(max(position), 0) + 1 from log.leaves), {upTo}) n");

    /// <summary>The root over the stored leaves, made in the plainest way.</summary>
    public async Task<TreeHash> RootAsync(long size)
    {
        var tree = new List<TreeHash>();
        await using var command = log.Source.CreateCommand(
            $"select hash from log.leaves where position <= {size} order by position");
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            tree.Add(new(row.GetFieldValue<byte[]>(0)));

        return MerkleTree.Root([.. tree]);
    }

    /// <summary>What somebody does who owns the database.</summary>
    public Task TamperAsync(string statement) => log.ExecuteAsync(
        $"set session_replication_role = replica; {statement}; set session_replication_role = origin");

    public ValueTask DisposeAsync() => log.DisposeAsync();
}
