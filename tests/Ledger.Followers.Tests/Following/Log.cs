using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Followers.Following;
using Ledger.Followers.Storing;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Followers.Tests.Following;

/// <summary>A log of its own, and what is needed to follow it.</summary>
internal sealed class Log : IAsyncDisposable
{
    private readonly TestLedger ledger;
    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Token);
    private readonly List<Task> leading = [];
    private readonly Dictionary<Guid, long> versions = [];

    private Log(TestLedger ledger) => this.ledger = ledger;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public string ConnectionString => ledger.ConnectionString;

    public NpgsqlDataSource Database => ledger.Services.GetRequiredService<NpgsqlDataSource>();

    public FollowerStore Followers => ledger.Services.GetRequiredService<FollowerStore>();

    public static async Task<Log> CreateAsync() => new(await TestLedger.CreateAsync());

    /// <summary>A story's stream, the same for the same number.</summary>
    public static Guid Story(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Something happens to a story.</summary>
    /// <returns>Its position.</returns>
    public Task<long> HappensAsync(int story) =>
        AppendAsync(story, new ArticleRetracted("It is not to be relied upon."));

    /// <summary>Something happens that a <see cref="Recipient"/> does not want.</summary>
    public Task<long> UnwantedAsync(int story) => AppendAsync(story, new SlugChanged("before", "after", null));

    /// <summary>Leads a follower, from the beginning of the log, until the end of the test.</summary>
    public async Task FollowAsync(Recipient recipient)
    {
        await Followers.BeginAsync(recipient.Name, after: 0, null, Token);
        var runner = new FollowerRunner(Database, ledger.Store, [recipient]);
        leading.Add(Task.Run(() => runner.RunAsync(end.Token)));
    }

    public async Task<FollowerStatus> StatusAsync(string name = "recipient") =>
        (await Followers.GetStatusAsync(Token)).Single(status => status.Name == name);

    public Task UntilAsync(Func<FollowerStatus, bool> isSo) =>
        Eventually.IsTrueAsync(async () => isSo(await StatusAsync()));

    /// <summary>Returns when nothing is left to be handed over.</summary>
    public Task UntilDoneAsync() =>
        UntilAsync(status => status is { Lag: 0, Waiting: 0, Parked: 0 });

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(leading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        await ledger.DisposeAsync();
    }

    private async Task<long> AppendAsync(int story, StoryEvent happened)
    {
        var stream = Story(story);
        var version = versions.GetValueOrDefault(stream);
        var actor = string.Create(CultureInfo.InvariantCulture, $"user:{story}");
        var result = await ledger.Store.AppendAsync(
            new(stream, "story", ExpectedVersion.Exactly(version),
                [new(Guid.CreateVersion7(), happened, new(actor))]),
            Token);
        versions[stream] = result.Version;
        return result.Position;
    }
}
