using System.Globalization;
using Ledger.Domain.Assets;
using Ledger.Domain.Copies;
using Ledger.Domain.Drafts;
using Ledger.Domain.Fixes;
using Ledger.Domain.Policies;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Projections.Tests;

/// <summary>Invented stories, the same in every run.</summary>
internal static class Sample
{
    public static readonly Guid Harbour = new("0197a1b2-0000-7000-8000-000000000001");
    public static readonly Guid Bridge = new("0197a1b2-0000-7000-8000-000000000002");
    public static readonly Guid CorrectionId = new("0197a1b2-0000-7000-8000-0000000000c1");

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Article HarbourArticle = new()
    {
        Headline = "Harbour wall gives way at Port Ellery",
        Standfirst = "Nobody was hurt, says the harbour master",
        Section = "Coast",
        Language = "en-GB",
        Dateline = "PORT ELLERY",
        Credits = [new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Agency, "Northern Wire")],
        Blocks =
        [
            Paragraph("b1", "The harbour wall at Port Ellery gave way on Sunday, and 40 boats broke loose."),
            new() { Id = "b2", Type = BlockType.Quote, Text = "We heard it go.", Speaker = "Oda Lind" },
            new()
            {
                Id = "b3", Type = BlockType.Image, Url = "https://example.org/wall.jpg", Alt = "A broken wall",
                Caption = "The wall on Sunday", Credit = "Tomas Reyl",
            },
            new() { Id = "b4", Type = BlockType.List, Items = ["40 boats", "2 cranes"] },
        ],
    };

    public static readonly StoryPublished HarbourPublished = new("harbour-wall", HarbourArticle);

    public static readonly StoryPublished BridgePublished = new("bridge-opens", new Article
    {
        Headline = "Bridge over the Ausk opens a year late",
        Section = "Inland",
        Language = "en-GB",
        Blocks = [Paragraph("b1", "The first lorries crossed at dawn.")],
    });

    public static readonly CorrectionIssued Correction = new(
        CorrectionId, CorrectionClass.FactualError, Severity.Substantive, "There were 14 boats, not 40.",
        [new("40 boats", "14 boats")], [new(ArticleField.Body, "b1"), new(ArticleField.Body, "b4")],
        new ArticleChange
        {
            Blocks =
            [
                Paragraph("b1", "The harbour wall at Port Ellery gave way on Sunday, and 14 boats broke loose."),
                new() { Id = "b4", Type = BlockType.List, Items = ["14 boats", "2 cranes"] },
            ],
        });

    public static readonly Guid ArabicCopy = new("0197a1b2-0000-7000-8000-0000000000a1");

    public static readonly IReadOnlyList<CopyEvent> CopyLife =
    [
        new CopyLinked(Harbour, CopyKind.Translation, "Arabic edition", "ar", "https://ar.example/wall"),
        new CopySettled(CorrectionId, CopyOutcome.Waived, "The sentence is not in it."),
    ];
    private static readonly Person Edith = new("user:edith", "Edith Editor");
    private static readonly Person Sten = new("user:sten", "Sten Standards");

    private static readonly DraftContent Proposed = new(
        Correction.Class, Correction.Claims, Correction.Note, PublishAt: Noon.AddDays(3));

    public static readonly PolicyAdopted PolicyAdopted =
        new(HousePolicy.Default with { LateAfterDays = 14 }, "Agreed.");

    public static readonly Guid Report = new("0197a1b2-0000-8000-8000-0000000000d1");

    public static readonly ReportReceived ReportReceived = new(
        Harbour, 1, new("40 boats", "Sunday, and ", " broke loose", ArticleField.Body, "b1"), "There were 14.",
        "https://example.org/boats", ReportSource.Reader, HasContact: true, Noon.AddHours(24));

    public static readonly ReportTriaged ReportTriaged =
        new(CorrectionClass.FactualError, Severity.Substantive, "user:edith", Noon.AddHours(30));

    /// <summary>A report to which everything happens that can.</summary>
    public static readonly IReadOnlyList<ReportEvent> ReportLife =
    [
        ReportReceived,
        ReportTriaged,
        new ReportClosed(ReportClosing.Declined, "We counted 40.", null, null),
        new ReportReopened("We counted again."),
        new ReportContactErased(),
        new ReportClosed(ReportClosing.Corrected, null, CorrectionId, null),
    ];

    /// <summary>A story to which everything happens that can.</summary>
    public static readonly IReadOnlyList<StoryEvent> Life =
    [
        HarbourPublished,
        new ArticleRevised(RevisionKind.Update, "The harbour master has called back.", new ArticleChange
        {
            Standfirst = new("Nobody was hurt, says the harbour master", "Two were hurt, says the harbour master"),
            Blocks = [Paragraph("b5", "Two people were taken to hospital.")],
            Order = ["b1", "b5", "b2", "b3", "b4"],
        }),
        Correction,
        new AttributionChanged(CreditRole.Author, null, "Ines Marchetti", "Ines Marchetta", "A misspelt name."),
        new AttributionChanged(null, "b2", "Oda Lind", "Ada Lind", null),
        new CaptionEdited("b3", new("The wall on Sunday", "The wall on Monday"), new("Tomas Reyl", null), "Wrong day."),
        new HeadlineChanged(new("Harbour wall gives way at Port Ellery", "Harbour wall fails"), null, "Shorter."),
        new SlugChanged("harbour-wall", "harbour-wall-fails", "As the headline."),
        new ArticleRetracted("We do not stand by this story."),
        new ArticleReinstated("It was right after all."),
        new ArticleWithdrawn("Published by mistake."),
        new ArticleReinstated("It was no mistake."),
    ];

    /// <summary>What can still happen to the correction after that, and to the story.</summary>
    public static readonly IReadOnlyList<StoryEvent> Afterwards =
    [
        new CorrectionAmended(CorrectionId, new(Correction.Note, Correction.Note + " So says the log."), "Complete."),
        new CorrectionWithdrawn(CorrectionId, "It was right before."),
        new ArticleRemoved("It names a child.", RemovalBasis.Privacy, "https://courts.example/orders/17"),
    ];

    /// <summary>And in the end somebody had words erased, of which none stood in the samples.</summary>
    public static readonly ContentErased Erased =
        new(CorrectionId, "Order 17 of the court.", "user:edith", "user:sten", []);

    /// <summary>A draft that was rejected, written anew and approved.</summary>
    public static readonly IReadOnlyList<DraftEvent> Draft =
    [
        new CorrectionDrafted(Harbour, 1, Proposed, Edith),
        new CorrectionSubmitted(Edith, Noon.AddDays(1)),
        new CorrectionRejected(Sten, "Say where it stood."),
        new CorrectionDraftEdited(1, Proposed with { Note = Correction.Note + " It stood in the text." }, Edith),
        new CorrectionSubmitted(Edith, Noon.AddDays(2)),
        new CorrectionApproved(Sten, Severity.Substantive, 1),
    ];

    public static readonly Guid FixId = new("0197a1b2-0000-7000-8000-0000000000f1");

    /// <summary>A minor fix that a second person sent back.</summary>
    public static readonly IReadOnlyList<FixEvent> Fix =
    [
        new FixProposed(
            Harbour, 1, "A slip.",
            new() { Headline = new("Harbour wall gives way at Port Ellery", "Harbour wall holds") },
            new(1, []), "user:edith"),
        new FixRejected("user:sten", "It does not hold."),
    ];

    /// <summary>The picture of the harbour story.</summary>
    public static readonly Guid Wall = AssetIds.OfPicture("https://example.org/wall.jpg");

    /// <summary>A picture that was corrected where it could be, and let be where it could not.</summary>
    public static readonly IReadOnlyList<AssetEvent> AssetLife =
    [
        new AssetRegistered("https://example.org/wall.jpg", "The wall on Sunday", "Tomas Reyl", "A broken wall", null),
        new AssetCorrectionProposed(
            CorrectionId,
            new(CorrectionClass.ImageCaption, Severity.Substantive, [new("Sunday", "Monday", ArticleField.Caption)],
                "It was Monday."),
            Edith),
        new AssetCorrectionApproved(CorrectionId, Sten, 1),
        new AssetCorrectionPublished(CorrectionId,
        [
            new(Harbour, AssetResult.Corrected, CorrectionId),
            new(Bridge, AssetResult.Exception, null, "story-withdrawn", "The story is withdrawn."),
        ]),
        new AssetCaptionEdited(CorrectionId, new("The wall on Sunday", "The wall on Monday"), null),
        new AssetCreditChanged(CorrectionId, new("Tomas Reyl", "Tomas Reyle")),
        new AssetExceptionWaived(CorrectionId, Bridge, Edith, "It is gone for good."),
    ];

    public static Block Paragraph(string id, string text) => new() { Id = id, Type = BlockType.Paragraph, Text = text };

    /// <summary>A story of some paragraphs.</summary>
    public static StoryPublished Published(string slug, string headline, params string[] paragraphs) =>
        new(slug, new Article
        {
            Headline = headline,
            Language = "en",
            Blocks = [.. paragraphs.Select((text, i) => Paragraph(Id(i + 1), text))],
        });

    /// <summary>A story of so many paragraphs that the list of their hashes is cut into pages.</summary>
    public static StoryPublished Long(int paragraphs) => Published(
        "long", "A long story", [.. Enumerable.Range(1, paragraphs).Select(n => $"This is paragraph {n}.")]);

    /// <summary>A revision that writes one paragraph anew.</summary>
    public static ArticleRevised Rewritten(string blockId, string text) =>
        new(RevisionKind.Update, null, new ArticleChange { Blocks = [Paragraph(blockId, text)] });

    public static string Id(int block) => string.Create(CultureInfo.InvariantCulture, $"b{block}");
}
