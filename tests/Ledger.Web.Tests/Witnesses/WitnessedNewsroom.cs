using System.Net;
using Ledger.Domain.Policies;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>A newsroom whose log another newsroom witnesses; its database outlives its servers.</summary>
internal sealed class WitnessedNewsroom : IAsyncDisposable
{
    private static int count;

    private readonly string keys;
    private readonly string policy;

    private WitnessedNewsroom(TestDatabase database, string keys, VerifierKey key, string policy)
    {
        (Database, this.keys, Key, this.policy) = (database, keys, key, policy);
    }

    public TestDatabase Database { get; }

    public VerifierKey Key { get; }

    public string Origin => Key.Name;

    public TlogPolicy Policy => TlogPolicy.Parse(policy);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="witness">Who witnesses it, from now on.</param>
    /// <param name="address">Where the policy says that it is; null is where it is.</param>
    /// <param name="quorum">The last lines of the policy.</param>
    public static async Task<WitnessedNewsroom> CreateAsync(
        WitnessServer witness, Uri? address = null, string quorum = "quorum other")
    {
        var keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;
        KeyFile.Create(Path.Combine(keys, "log.pem"));
        var origin = $"news{Interlocked.Increment(ref count)}.example/log";
        var key = new NoteSigner(origin, Assert.Single(LogKeys.Read(keys, mayCreate: false))).Key;
        await witness.Desk.AddAsync(key, Token);
        return new(await TestDatabase.CreateAsync(), keys, key, $"""
            log {key}
            witness other {witness.Key} {address ?? witness.Server.BaseAddress}witness
            {quorum}
            """);
    }

    /// <summary>The same newsroom, with its keys and witnesses, on another database.</summary>
    public WitnessedNewsroom On(TestDatabase other) => new(other, keys, Key, policy);

    public Task<WebServer> StartAsync() => WebServer.StartOnAsync(Database.ConnectionString, new()
    {
        KeyFolder = keys,
        LogOrigin = Origin,
        Policy = HousePolicy.OneHand,
        Witnesses = new()
        {
            Policy = Policy,
            BetweenRounds = TimeSpan.FromMilliseconds(100),
            Retries = new([TimeSpan.FromMilliseconds(200)]),
            Patience = TimeSpan.FromSeconds(30),
        },
    });

    /// <summary>Publishes stories of one paragraph.</summary>
    public static async Task PublishAsync(WebServer server, string about, int stories)
    {
        for (var n = 0; n < stories; n++)
            await server.PublishAsync(Newsroom.Short($"{about} {n}", "Words."));
    }

    /// <summary>The checkpoint that the server gives to everybody, as soon as it is of that size.</summary>
    public static async Task<SignedNote> ServedAsync(WebServer server, long size)
    {
        using var http = server.Client();
        SignedNote? note = null;
        await Eventually.IsTrueAsync(async () =>
        {
            using var answer = await http.GetAsync("/log/checkpoint", Token);
            note = answer.StatusCode == HttpStatusCode.OK
                ? SignedNote.Parse(await answer.Content.ReadAsByteArrayAsync(Token))
                : null;
            return note is not null && Checkpoint.Parse(note.Text).Size == size;
        });
        return note!;
    }

    public static Task<WitnessStatus?> StatusAsync(WebServer server) =>
        server.Services.GetRequiredService<WitnessReport>().GetAsync(Token);

    /// <summary>Waits until the only witness was asked for a checkpoint of that size, with that outcome.</summary>
    public static async Task<WitnessStatus> UntilAsync(WebServer server, WitnessOutcome outcome, long signed)
    {
        await Eventually.IsTrueAsync(async () =>
            await server.Services.GetRequiredService<MerkleLog>().FindLastCheckpointAsync(Token) is { } last
            && last.Size == signed
            && (await server.Services.GetRequiredService<WitnessStore>().ListAsync(Token)).Values.Any(state =>
                state.Checkpoint == last.Number && state.Outcome == outcome));
        return (await StatusAsync(server))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (Directory.Exists(keys))
            Directory.Delete(keys, recursive: true);
    }
}
