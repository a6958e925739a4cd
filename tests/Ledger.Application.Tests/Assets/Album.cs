using Ledger.Application.Assets;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Application.Tests.Stories;
using Ledger.Domain;
using Ledger.Domain.Assets;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Assets;

/// <summary>Stories that share a picture, in a ledger in which a standards editor approves.</summary>
internal sealed class Album(TestLedger ledger) : IAsyncDisposable
{
    public const string Url = "/wall.jpg";
    public static readonly Guid Wall = AssetIds.OfPicture(Url);
    public static readonly Claim Monday = new("on Sunday", "on Monday", ArticleField.Caption);

    public static Actor Sten { get; } = new("user:sten", "Sten Standards", [Role.Standards]);

    public static Actor Mina { get; } = new("user:mina", "Mina Manager", [Role.Standards]);

    public TestLedger Ledger => ledger;

    public static async Task<Album> CreateAsync(Action<IServiceCollection>? configure = null) =>
        new(await TestLedger.CreateAsync(configure, HousePolicy.Default));

    /// <summary>A story with the picture, and with these words beside it.</summary>
    public async Task<Guid> PublishAsync(
        string slug, string caption = "The wall on Sunday", string? section = null, Actor? author = null)
    {
        var article = Given.Article with
        {
            Headline = slug,
            Section = section,
            Blocks = [Given.Article.Blocks[0], Given.Article.Blocks[2] with { Caption = caption }],
        };
        var published = Given.Publish(slug, article) with { Actor = author ?? TestLedger.Editor };
        return (await ledger.DoneAsync(published)).StoryId;
    }

    public ProposeAssetCorrection Proposal { get; } = new(
        Wall, CorrectionClass.ImageCaption, null, [Monday], "A caption misstated the day: it was Monday, not Sunday.")
    {
        Actor = TestLedger.Editor,
    };

    /// <summary>The correction of the picture that waits for approval.</summary>
    public async Task<Guid> ProposedAsync() => (await DoneAsync(Proposal)).State.Corrections[^1].Id;

    public Task<StreamOutcome<AssetState>.Done> ApprovedAsync(Guid correction) =>
        DoneAsync(new ApproveAssetCorrection(Wall, correction) { Actor = Sten });

    public async Task<StreamOutcome<AssetState>.Done> DoneAsync(AssetRequest request) =>
        Assert.IsType<StreamOutcome<AssetState>.Done>(await ledger.Send(request));

    /// <summary>Sends a request that is expected to be refused, and holds it to having written nothing.</summary>
    public async Task<Refusal> RefusedAsync(AssetRequest request)
    {
        var head = await ledger.HeadAsync();
        var refused = Assert.IsType<StreamOutcome<AssetState>.Refused>(await ledger.Send(request));
        Assert.Equal(head, await ledger.HeadAsync());
        return refused.Refusal;
    }

    public async Task<AssetCorrection> CorrectionAsync()
    {
        var asset = await ledger.Services.GetRequiredService<AssetDesk>().LoadAsync(Wall, Cancelled);
        return asset.State.Corrections[^1];
    }

    /// <summary>The corrections that a story has in the log.</summary>
    public async Task<IReadOnlyList<CorrectionIssued>> IssuedAsync(Guid story) =>
        [.. (await ledger.LogAsync()).Where(e => e.StreamId == story).Select(e => e.Data).OfType<CorrectionIssued>()];

    public async Task<string?> CaptionAsync(Guid story)
    {
        var loaded = await ledger.Services.GetRequiredService<StoryRepository>().LoadAsync(story, Cancelled);
        return loaded.State.Current!.Article.Find("i1")!.Caption;
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;
}
