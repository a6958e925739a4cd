using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Stories;

/// <summary>Stories and people that tests begin with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Actor Reader { get; } = new("user:rita", "Rita Reader", [Role.Reader]);

    public static Article Article { get; } = new()
    {
        Headline = "Harbour wall gives way",
        Standfirst = "Nobody was hurt",
        Language = "en",
        Credits = [new(CreditRole.Author, "Ines Halloran")],
        Blocks =
        [
            new() { Id = "p1", Type = BlockType.Paragraph, Text = "The wall fell at dawn. It was 90 years old." },
            new() { Id = "q1", Type = BlockType.Quote, Text = "We heard it.", Speaker = "Oda Lind" },
            new() { Id = "i1", Type = BlockType.Image, Url = "/wall.jpg", Caption = "The wall", Credit = "T. Reyl" },
        ],
    };

    public static PublishStory Publish(string? slug = "harbour-wall", Article? article = null) =>
        new(article ?? Article, slug) { Actor = TestLedger.Editor };

    /// <summary>Sends a request that is expected to be done.</summary>
    public static async Task<Outcome.Done> DoneAsync(this TestLedger ledger, StoryRequest request) =>
        Assert.IsType<Outcome.Done>(await ledger.Send(request));

    /// <summary>Sends a request that is expected to be refused, and holds it to having written nothing.</summary>
    public static async Task<T> RefusedAsync<T>(this TestLedger ledger, StoryRequest request)
    {
        var before = await ledger.HeadAsync();
        var refused = Assert.IsType<Outcome.Refused>(await ledger.Send(request));
        Assert.Equal(before, await ledger.HeadAsync());
        return Assert.IsType<T>(refused.Refusal);
    }

    public static Task<long> HeadAsync(this TestLedger ledger) =>
        ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken);

    public static async Task<List<RecordedEvent>> LogAsync(this TestLedger ledger) =>
        await ledger.Store.ReadAllAsync(0, null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
}
