using Ledger.Domain.Copies;
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
        [.. Stories, .. Policies, .. ReportSamples.Events, .. Copies, .. Fixes];

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
        new CaptionEdited(
            "b4", new("The wall on Sunday", "The wall on Monday"), new("Tomas Reyl", null), "It was Monday.")
        {
            Substance = Classed,
        },
        new HeadlineChanged(Everything.Headline, Everything.Standfirst, "Shorter.") { Substance = Classed },
        new SlugChanged("harbour-wall-gives-way", "harbour-wall", "Shorter."),
        Retracted,
        Withdrawn,
        new ArticleReinstated("It was right after all."),
    ];

    public static readonly IReadOnlyList<CopyEvent> Copies =
    [
        new CopyLinked(
            new("0197a1b2-0000-7000-8000-000000000002"), CopyKind.Translation, "Arabic edition", "ar",
            "https://ar.example/harbour-wall"),
        new CopySettled(CorrectionId, CopyOutcome.Waived, "The sentence is not in the translation."),
        new CopyUnlinked("The edition is closed."),
    ];

    public static readonly IReadOnlyList<PolicyEvent> Policies =
    [
        new PolicyAdopted(HousePolicy.Default with { LateAfterDays = 14 }, "As agreed in the morning meeting."),
    ];
}
