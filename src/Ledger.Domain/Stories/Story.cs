using System.Diagnostics;

namespace Ledger.Domain.Stories;

/// <summary>A correction as far as later decisions need it.</summary>
/// <param name="Note">The note as it is now.</param>
public sealed record IssuedCorrection(
    Guid Id, CorrectionClass Class, string Note, IReadOnlyList<Claim> Claims, string? WithdrawnBecause = null)
{
    public bool IsWithdrawn => WithdrawnBecause is not null;

    /// <summary>Whether a command asks for what this correction has done already.</summary>
    public bool IsSameAs(StoryCommand.Correct asked) =>
        Class == asked.Class && Note == asked.Note && Claims.SequenceEqual(asked.Claims);
}

/// <summary>A published story: its address, its article and what has been done to it.</summary>
public sealed record Story
{
    public required string Slug { get; init; }
    public required Article Article { get; init; }

    /// <summary>The article as first published, by which publishing the same again is recognised.</summary>
    public required Article Original { get; init; }

    /// <summary>The number of published states so far, 1 for the first; a new address is not a new state.</summary>
    public required int Revision { get; init; }
    public IReadOnlyList<IssuedCorrection> Corrections { get; init; } = [];

    /// <summary>The highest number given to a block so far; <c>b1</c>, <c>b2</c>, ... are never given again.</summary>
    public required int LastBlockNumber { get; init; }

    /// <summary>What happened last, by which a repeated command is told from a new one.</summary>
    public required StoryEvent LastEvent { get; init; }

    public IssuedCorrection? FindCorrection(Guid id) => Corrections.FirstOrDefault(correction => correction.Id == id);

    internal static Story From(StoryPublished e) => new()
    {
        Slug = e.Slug,
        Article = e.Article,
        Original = e.Article,
        Revision = 1,
        LastBlockNumber = BlockIds.Highest(0, e.Article.Blocks),
        LastEvent = e,
    };

    internal Story Evolve(StoryEvent happened) => After(happened) with { LastEvent = happened };

    private Story After(StoryEvent happened) => happened switch
    {
        ArticleRevised e => Showing(e.Change.ApplyTo(Article)),
        CorrectionIssued e => Showing(e.Change.ApplyTo(Article)) with
        {
            Corrections = [.. Corrections, new IssuedCorrection(e.CorrectionId, e.Class, e.Note, e.Claims)],
        },
        CorrectionAmended e => Showing(Article) with
        {
            Corrections = WithCorrection(e.CorrectionId, correction => correction with { Note = e.Note.To ?? "" }),
        },
        CorrectionWithdrawn e => Showing(Article) with
        {
            Corrections = WithCorrection(e.CorrectionId, correction => correction with
            {
                WithdrawnBecause = e.Reason,
            }),
        },
        AttributionChanged { BlockId: null } e => Showing(Article with
        {
            Credits = Attribution.Replace(Article.Credits, e),
        }),
        AttributionChanged e => Showing(With(e.BlockId, block => block.Type == BlockType.Quote
            ? block with { Speaker = e.To }
            : block with { Credit = e.To })),
        CaptionEdited e => Showing(With(e.BlockId, block => block with
        {
            Caption = e.Caption is null ? block.Caption : e.Caption.To,
            Credit = e.Credit is null ? block.Credit : e.Credit.To,
        })),
        HeadlineChanged e => Showing(Article with
        {
            Headline = e.Headline is null ? Article.Headline : e.Headline.To ?? "",
            Standfirst = e.Standfirst is null ? Article.Standfirst : e.Standfirst.To,
        }),
        SlugChanged e => this with { Slug = e.To },
        // The events say already what is left, from the first one on.
        ContentErased => this,
        ArticleRetracted or ArticleWithdrawn or ArticleRemoved or ArticleReinstated => Showing(Article),
        _ => throw new UnreachableException($"{happened.GetType().Name} is not known to the fold of a story."),
    };

    private Story Showing(Article article) => this with
    {
        Article = article,
        Revision = Revision + 1,
        LastBlockNumber = BlockIds.Highest(LastBlockNumber, article.Blocks),
    };

    private IReadOnlyList<IssuedCorrection> WithCorrection(
        Guid id, Func<IssuedCorrection, IssuedCorrection> change) =>
        [.. Corrections.Select(correction => correction.Id == id ? change(correction) : correction)];

    private Article With(string blockId, Func<Block, Block> change) => Article with
    {
        Blocks = [.. Article.Blocks.Select(block => block.Id == blockId ? change(block) : block)],
    };
}
