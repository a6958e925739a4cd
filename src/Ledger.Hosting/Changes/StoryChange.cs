using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Formats.Changes;

namespace Ledger.Hosting.Changes;

/// <summary>A change of a story that exists, as programs ask for it.</summary>
/// <param name="Name">Under which all ways in for programs know it: <c>corrections</c>.</param>
/// <param name="File">What its JSON is read into.</param>
/// <param name="Read">
/// Makes the request of an actor about a story; ends in an <see cref="Formats.InputFormatException"/> where the JSON is
/// not what it must be.
/// </param>
public sealed record StoryChange(
    string Name, Type File, Func<ReadOnlyMemory<byte>, Actor, string, ExistingStoryRequest> Read)
{
    /// <summary>Replaces the whole article.</summary>
    public static StoryChange Revision { get; } = Of("revisions", ChangeJson.ReadRevision, (file, actor, story) =>
        new ReviseArticle(file.Article, file.Kind, file.Reason) { Actor = actor, Story = story });

    /// <summary>Replaces wrong words by right ones and says so.</summary>
    public static StoryChange Correction { get; } = Of("corrections", ChangeJson.ReadCorrection, (file, actor, story) =>
        new IssueCorrection(file.Class, file.Claims, file.Note)
        {
            Apology = file.Apology,
            Cause = file.Cause,
            PublishAt = file.PublishAt,
            AsDraft = file.AsDraft,
            Actor = actor,
            Story = story,
        });

    /// <summary>Changes a name in the credits, the speaker of a quote or the credit of an image.</summary>
    public static StoryChange Attribution { get; } = Of(
        "attributions", ChangeJson.ReadAttribution, (file, actor, story) =>
            new ChangeAttribution(file.Credit, file.Block, file.From, file.To, file.Reason)
            {
                Actor = actor,
                Story = story,
            });

    /// <summary>Changes the caption or credit of an image.</summary>
    public static StoryChange Caption { get; } = Of("captions", ChangeJson.ReadCaption, (file, actor, story) =>
        new EditCaption(file.Block, file.Text, file.Credit, file.Reason) { Actor = actor, Story = story });

    /// <summary>Changes headline or standfirst.</summary>
    public static StoryChange Headline { get; } = Of("headline", ChangeJson.ReadHeadline, (file, actor, story) =>
        new ChangeHeadline(file.Headline, file.Standfirst, file.Reason) { Actor = actor, Story = story });

    /// <summary>Gives the story a new address.</summary>
    public static StoryChange Address { get; } = Of("slug", ChangeJson.ReadSlug, (file, actor, story) =>
        new ChangeSlug(file.Slug, file.Reason) { Actor = actor, Story = story });

    /// <summary>Retracts or withdraws the story, removes it for legal reasons, or reinstates it.</summary>
    public static StoryChange Retraction { get; } = Of("retraction", ChangeJson.ReadRetraction, ToRequest);

    /// <summary>Every change there is.</summary>
    public static IReadOnlyList<StoryChange> All { get; } =
        [Revision, Correction, Attribution, Caption, Headline, Address, Retraction];

    private static ExistingStoryRequest ToRequest(RetractionFile file, Actor actor, string story) => file.Action switch
    {
        RetractionAction.Retract => new RetractArticle(file.Notice) { Actor = actor, Story = story },
        RetractionAction.Withdraw => new WithdrawArticle(file.Notice) { Actor = actor, Story = story },
        RetractionAction.Remove => new RemoveForLegalReasons(file.Notice, file.Basis!.Value, file.BlockedBy)
        {
            Actor = actor,
            Story = story,
        },
        RetractionAction.Reinstate => new ReinstateArticle(file.Notice) { Actor = actor, Story = story },
    };

    private static StoryChange Of<TFile>(
        string name, Func<ReadOnlyMemory<byte>, TFile> read,
        Func<TFile, Actor, string, ExistingStoryRequest> toRequest) =>
        new(name, typeof(TFile), (json, actor, story) => toRequest(read(json), actor, story));
}
