using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.Tests.Publishing;

/// <summary>A story of every kind of block, corrected once, in its third revision.</summary>
internal static class Sample
{
    private const string Site = "https://news.example";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = new("0197a1b2-0000-7000-8000-000000000001");

    public static PublishedStory Corrected { get; } = new()
    {
        Id = Id,
        Permanent = $"{Site}/stories/{Id}",
        Page = Site + "/stories/harbour-wall",
        Slug = "harbour-wall",
        Revision = 3,
        RevisionPage = Site + "/stories/harbour-wall/revisions/3",
        PreviousPage = Site + "/stories/harbour-wall/revisions/2",
        PublishedAt = Noon,
        RevisedAt = Noon.AddHours(2.5),
        Signal = ChangeSignal.Correction,
        Reason = "The fine was £3m, not £5m.\nFor “£5m” read “£3m”.",
        By = new("The Ellery Post", Site, Site + "/corrections"),
        Notes =
        [
            new(new("0197a1b2-0000-7000-8000-000000000002"),
                Site + "/corrections/0197a1b2-0000-7000-8000-000000000002", CorrectionClass.FactualError,
                Severity.Substantive, "The fine was £3m, not £5m.", [new("£5m", "£3m", ArticleField.Body)], 3,
                Noon.AddHours(2.5), Noon.AddHours(2.5), IsWithdrawn: false),
            new(new("0197a1b2-0000-7000-8000-000000000003"),
                Site + "/corrections/0197a1b2-0000-7000-8000-000000000003", CorrectionClass.MisspellingName,
                Severity.MinorVisible, "Her name is Lindh.", [new("Lind", "Lindh")], 2, Noon.AddHours(1),
                Noon.AddHours(2), IsWithdrawn: true),
        ],
        Article = new()
        {
            Headline = "Harbour wall gives way & <boats> break loose",
            Standfirst = "Nobody was hurt",
            Section = "Coast",
            Language = "en-GB",
            Dateline = "PORT ELLERY",
            Credits =
            [
                new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Author, "Una Brandt"),
                new(CreditRole.Agency, "Northern Wire"), new(CreditRole.Photographer, "Tomas Reyl"),
            ],
            Blocks =
            [
                new() { Id = "b1", Type = BlockType.Paragraph, Text = "The town was fined £3m.</script>]]>" },
                new() { Id = "b2", Type = BlockType.Heading, Text = "What is known" },
                new() { Id = "b3", Type = BlockType.Quote, Text = "We heard it go.", Speaker = "Oda Lind" },
                new() { Id = "b4", Type = BlockType.List, Items = ["40 boats", "2 cranes"] },
                new()
                {
                    Id = "b5", Type = BlockType.Image, Url = "/pictures/the wall.jpg", Alt = "A broken wall",
                    Caption = "The wall on Sunday", Credit = "Tomas Reyl",
                },
                new() { Id = "b6", Type = BlockType.Note, Text = "This is still going on: \uFFFE 壁." },
            ],
        },
    };

    public static PublishedStory First { get; } = Corrected with
    {
        Revision = 1,
        RevisionPage = Site + "/stories/harbour-wall/revisions/1",
        PreviousPage = null,
        IsRevision = true,
        RevisedAt = Noon,
        Signal = ChangeSignal.None,
        Reason = null,
        Notes = [],
    };

    public static PublishedStory Retracted { get; } = Corrected with
    {
        Usability = Usability.Retracted,
        Signal = ChangeSignal.Update,
        Notice = "The source was forged.",
    };

    public static PublishedStory Withdrawn { get; } = Corrected with
    {
        Usability = Usability.Withdrawn,
        Signal = ChangeSignal.Update,
        Reason = null,
        Notice = "Published too early.",
        Notes = [],
        Article = new() { Headline = "Withdrawn", Language = "en-GB", Blocks = [] },
    };

    public static TheoryData<string> Names { get; } = ["corrected", "first", "retracted", "withdrawn"];

    public static PublishedStory Of(string name) => name switch
    {
        "corrected" => Corrected,
        "first" => First,
        "retracted" => Retracted,
        _ => Withdrawn,
    };
}
