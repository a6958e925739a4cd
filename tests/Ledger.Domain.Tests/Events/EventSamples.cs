using Ledger.Domain.Assets;
using Ledger.Domain.Copies;
using Ledger.Domain.Drafts;
using Ledger.Domain.Fixes;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.Domain.Tests.Reports;
using Ledger.Text.Substance;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Events;

/// <summary>One event of each type, with all of its members, that can follow on the samples.</summary>
internal static class EventSamples
{
    private static readonly ArticleChange Everything = new()
    {
        Headline = new("Harbour wall gives way at Port Ellery", "Harbour wall falls"),
        Standfirst = new("Nobody was hurt, says the harbour master", null),
        Section = new("Coast", "News"),
        Language = new("en-GB", "en"),
        Dateline = new("PORT ELLERY", "PORT ELLERY, Sunday"),
        Credits = [new(CreditRole.Author, "Una Brandt"), new(CreditRole.Photographer, "Tomas Reyl")],
        Order = ["b2", "b6", "b5"],
        Blocks = [new() { Id = "b6", Type = BlockType.Heading, Text = "What “we” know: 1 < 2 & 壁" }],
    };

    private static readonly Substance Classed = new(1,
    [
        new(FlagKind.Number, new(ArticleField.Body, "b2"), "£5m", "£3m", "A number is not the same."),
        new(FlagKind.Headline, new(ArticleField.Headline), "Wall falls", "", "The headline is gone."),
    ]);

    /// <summary>Events of every kind of stream.</summary>
    public static IReadOnlyList<object> All =>
        [.. Stories, .. Policies, .. ReportSamples.Events, .. Copies, .. Fixes, .. Drafts, .. Assets];

    private static readonly IReadOnlyList<FixEvent> Fixes =
    [
        new FixProposed(
            CorrectionId, 3, "It was three.", new() { Headline = Everything.Headline }, Classed, "user:ada"),
        new FixApproved("user:mina"),
        new FixRejected("user:mina", "It was five."),
    ];

    public static readonly IReadOnlyList<StoryEvent> Stories =
    [
        Published,
        new ArticleRevised(RevisionKind.MinorFix, "Shorter.", Everything)
        {
            Substance = Classed,
            SecondPerson = new(Guid.Parse("01970000-0000-7000-8000-00000000f1f1"), "user:ada", "user:mina"),
        },
        new CorrectionIssued(
            CorrectionId, CorrectionClass.FactualError, Severity.Substantive, "The fine was £3m, not £5m.",
            [new("£5m", "£3m", ArticleField.Body), new("in 2019", "")],
            [new(ArticleField.Headline), new(ArticleField.Body, "b2")],
            new() { Blocks = [Paragraph("b2", "The town was fined £3m for neglecting the wall.")] }),
        new AttributionChanged(CreditRole.Author, null, "Ines Marchetti", "Una Brandt", "She wrote it.")
        {
            Substance = Classed,
        },
        new CorrectionAmended(CorrectionId, new("The fine was £3m, not £5m.", "The fine was £3m."), "Shorter."),
        new CorrectionWithdrawn(CorrectionId, "It was £5m after all."),
        new CaptionEdited(
            "b4", new("The wall on Sunday", "The wall on Monday"), new("Tomas Reyl", null), "It was Monday.")
        {
            Substance = Classed,
        },
        new HeadlineChanged(Everything.Headline, Everything.Standfirst, "Shorter.") { Substance = Classed },
        new SlugChanged("harbour-wall-gives-way", "harbour-wall", "Shorter."),
        Retracted,
        Withdrawn,
        Removed,
        new ArticleReinstated("It was right after all."),
        new ContentErased(
            new("0197a1b2-0000-7000-8000-0000000000e1"), "Order 12/2026 of the court of Port Ellery", "user:ada",
            "user:sten",
            [
                new(1, "data", "article", new('a', 64), new('b', 64)),
                new(3, "headers", "reason", new('c', 64), new('d', 64)),
            ]),
    ];

    public static readonly IReadOnlyList<CopyEvent> Copies =
    [
        new CopyLinked(
            new("0197a1b2-0000-7000-8000-000000000002"), CopyKind.Translation, "Arabic edition", "ar",
            "https://ar.example/harbour-wall"),
        new CopySettled(CorrectionId, CopyOutcome.Waived, "The sentence is not in the translation."),
        new CopyUnlinked("The edition is closed."),
    ];

    private static readonly Guid StoryId = new("0197a1b2-0000-7000-8000-000000000002");

    private static readonly Person Edith = new("user:edith", "Edith Editor");

    private static readonly DraftContent Content = new(
        CorrectionClass.FactualError, [new("£5m", "£3m", ArticleField.Body)], "The fine was £3m, not £5m.",
        Apology: true, Cause.SourceSupplied, new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero));

    public static readonly IReadOnlyList<DraftEvent> Drafts =
    [
        new CorrectionDrafted(CorrectionId, 3, Content, Edith),
        new CorrectionDraftEdited(4, Content with { Note = "The fine was £3m." }, Edith),
        new CorrectionSubmitted(Edith, new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero)),
        new CorrectionCleared(Severity.MinorVisible, 2),
        new CorrectionApproved(new("user:sten", "Sten Standards"), Severity.Substantive, 2),
        new CorrectionRejected(new("user:sten", "Sten Standards"), "Say where it stood."),
        new CorrectionDiscarded(Edith, "It was right after all."),
        new CorrectionRushed(Edith, Severity.Legal, 2, new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero)),
        new CorrectionReturned("story-withdrawn", "The story is withdrawn; reinstate it before you change it."),
        new CorrectionPublished(5),
    ];

    public static readonly IReadOnlyList<AssetEvent> Assets =
    [
        new AssetRegistered(
            "https://img.example/wall.jpg", "The wall on Sunday", "Tomas Reyl", "A broken wall", "Northern Wire"),
        new AssetCorrectionProposed(
            CorrectionId,
            new(CorrectionClass.ImageCaption, Severity.Substantive,
                [new("Sunday", "Monday", ArticleField.Caption), new("Reyl", "Reyle", ArticleField.Credit)],
                "The picture was taken on Monday, not Sunday."),
            Edith),
        new AssetCorrectionCleared(CorrectionId, 2),
        new AssetCorrectionApproved(CorrectionId, new("user:sten", "Sten Standards"), 2),
        new AssetCorrectionRejected(CorrectionId, Edith, "It was Sunday after all."),
        new AssetCorrectionPublished(CorrectionId,
        [
            new(StoryId, AssetResult.Corrected, CorrectionId),
            new(StoryId, AssetResult.RightAlready),
            new(StoryId, AssetResult.Exception, null, "picture-not-used", "The story does not use it any more."),
        ]),
        new AssetCaptionEdited(
            CorrectionId, new("The wall on Sunday", "The wall on Monday"), new("A broken wall", null)),
        new AssetCreditChanged(CorrectionId, new("Tomas Reyl", "Tomas Reyle")),
        new AssetExceptionWaived(CorrectionId, StoryId, Edith, "It is about the Sunday."),
    ];

    public static readonly IReadOnlyList<PolicyEvent> Policies =
    [
        new PolicyAdopted(HousePolicy.Default with { LateAfterDays = 14 }, "As agreed in the morning meeting."),
    ];
}
