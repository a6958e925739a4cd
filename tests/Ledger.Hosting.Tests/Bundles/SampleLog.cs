using Ledger.Domain.Policies;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Hosting.Tests.Bundles;

/// <summary>Invented stories, to one of which everything happens that can; the same in every run.</summary>
internal static class SampleLog
{
    public static readonly Guid Harbour = new("0197a1b2-0000-7000-8000-000000000001");
    public static readonly Guid Withdrawn = new("0197a1b2-0000-7000-8000-000000000002");
    public static readonly Guid Market = new("0197a1b2-0000-7000-8000-000000000003");
    public static readonly Guid Report = new("0197a1b2-0000-8000-8000-0000000000d1");

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private static readonly Guid CorrectionId = new("0197a1b2-0000-7000-8000-0000000000c1");

    public static readonly IReadOnlyList<StoryEvent> HarbourLife =
    [
        new StoryPublished("harbour-wall", new()
        {
            Headline = "Harbour wall gives way at Port Ellery",
            Standfirst = "Nobody was hurt, says the harbour master",
            Section = "Coast",
            Language = "en-GB",
            Dateline = "PORT ELLERY",
            Credits = [new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Agency, "Northern Wire")],
            Blocks =
            [
                Paragraph("b1", "The wall gave way on Sunday, and 40 boats broke loose. It cost 1,405 crowns."),
                new() { Id = "b2", Type = BlockType.Quote, Text = "We heard it go.", Speaker = "Oda Lind" },
                new()
                {
                    Id = "b3", Type = BlockType.Image, Url = "https://img.example/wall.jpg", Alt = "A broken wall",
                    Caption = "The wall on Sunday", Credit = "Tomas Reyl",
                },
                new() { Id = "b4", Type = BlockType.List, Items = ["40  boats", "2 cranes"] },
            ],
        }),
        new ArticleRevised(RevisionKind.Update, "The harbour master has called back.", new()
        {
            Standfirst = new("Nobody was hurt, says the harbour master", "Two were hurt, says the harbour master"),
            Blocks = [Paragraph("b5", "Two people were taken to hospital.")],
            Order = ["b1", "b5", "b2", "b3", "b4"],
        }),
        new CorrectionIssued(
            CorrectionId, CorrectionClass.FactualError, Severity.Substantive, "There were 14 boats, not 40.",
            [new("40 boats", "14 boats"), new("hospital", "a clinic", ArticleField.Body), new("none such", "")],
            [new(ArticleField.Body, "b1"), new(ArticleField.Body, "b5"), new(ArticleField.Body, "b4")],
            new()
            {
                Blocks =
                [
                    Paragraph("b1", "The wall gave way on Sunday, and 14 boats broke loose. It cost 1,405 crowns."),
                    Paragraph("b5", "Two people were taken to a clinic."),
                    new() { Id = "b4", Type = BlockType.List, Items = ["14 boats", "2 cranes"] },
                ],
            },
            Review: new(ReviewPath.Approved, CorrectionId, "user:edith", "user:sten", 1)),
        new AttributionChanged(CreditRole.Author, null, "Ines Marchetti", "Ines Marchetta", "A misspelt name."),
        new AttributionChanged(CreditRole.Editor, null, null, "Ada Lund", null),
        new AttributionChanged(CreditRole.Agency, null, "Northern Wire", null, null),
        new AttributionChanged(null, "b2", "Oda Lind", "Ada Lind", null),
        new CaptionEdited("b3", new("The wall on Sunday", "The wall on Monday"), new("Tomas Reyl", null), "Wrong day."),
        new HeadlineChanged(new("Harbour wall gives way at Port Ellery", "Harbour wall fails"), null, "Shorter."),
        new SlugChanged("harbour-wall", "harbour-wall-fails", "As the headline."),
        new ArticleRetracted("We do not stand by this story."),
        new ArticleReinstated("It was right after all."),
        new ArticleWithdrawn("Published by mistake."),
        new ArticleReinstated("It was no mistake."),
        new CorrectionAmended(CorrectionId, new("There were 14 boats, not 40.", "There were 14."), "Shorter."),
        new CorrectionIssued(
            Guid.Parse("0197a1b2-0000-7000-8000-0000000000c2"), CorrectionClass.ImageCaption, Severity.Clarifying,
            "It was Sunday after all.", [new("Monday", "Sunday", ArticleField.Caption)],
            [new(ArticleField.Caption, "b3")],
            new()
            {
                Blocks =
                [
                    new()
                    {
                        Id = "b3", Type = BlockType.Image, Url = "https://img.example/wall.jpg", Alt = "A broken wall",
                        Caption = "The wall on Sunday",
                    },
                ],
            }),
        new CorrectionWithdrawn(CorrectionId, "It was right before."),
    ];

    /// <summary>A story in scripts that are written otherwise, with what JSON has to escape.</summary>
    public static readonly IReadOnlyList<StoryEvent> MarketLife =
    [
        new StoryPublished("market", new()
        {
            Headline = "市場は五時に開く “quoted” \\ \" / <b> & \u007f\u2028",
            Language = "ja",
            Blocks =
            [
                Paragraph("b1", "市場は五時に開く。\nسوق \U0001F41F e\u0301 5.5 and 5,000 and 5\ttabs"),
                Paragraph("b2", "Adamant Ada\u0301 Ada"),
            ],
        }),
        new CorrectionIssued(
            new("0197a1b2-0000-7000-8000-0000000000c3"), CorrectionClass.FactualError, Severity.Minor, "",
            [new("五時", "六時"), new("Ada", "Ada Lund"), new("5", "6")],
            [new(ArticleField.Headline), new(ArticleField.Body, "b1"), new(ArticleField.Body, "b2")],
            new()
            {
                Headline = new("市場は五時に開く “quoted” \\ \" / <b> & \u007f\u2028", "市場は六時に開く"),
                Blocks = [Paragraph("b1", "市場は六時に開く。"), Paragraph("b2", "Adamant Ada\u0301 Ada Lund")],
            }),
    ];

    public static readonly IReadOnlyList<StoryEvent> WithdrawnLife =
    [
        new StoryPublished("unspeakable-thing", new()
        {
            Headline = "An unspeakable thing",
            Language = "en",
            Blocks = [Paragraph("b1", "It was unspeakable.")],
        }),
        new CorrectionIssued(
            new("0197a1b2-0000-7000-8000-0000000000c4"), CorrectionClass.Clarification, Severity.MinorVisible,
            "It was not unspeakable.", [new("unspeakable", "bad")], [new(ArticleField.Body, "b1")],
            new() { Blocks = [Paragraph("b1", "It was bad, not unspeakable.")] }),
        new ArticleWithdrawn("This story was published by mistake."),
    ];

    public static readonly IReadOnlyList<ReportEvent> ReportLife =
    [
        new ReportReceived(
            Harbour, 1, new("40 boats", "and ", " broke loose", ArticleField.Body, "b1"), "Call me: 555 0199.",
            "https://mine.example/0199", ReportSource.Reader, HasContact: true, Noon.AddHours(24)),
        new ReportClosed(ReportClosing.Corrected, null, CorrectionId, null),
    ];

    public static readonly IReadOnlyList<PolicyEvent> PolicyLife =
    [
        new PolicyAdopted(HousePolicy.Default with { LateAfterDays = 14 }, "Agreed at breakfast."),
        new PolicyAdopted(HousePolicy.Default with { LateAfterDays = 7 }, null),
    ];

    public static Block Paragraph(string id, string text) => new() { Id = id, Type = BlockType.Paragraph, Text = text };
}
