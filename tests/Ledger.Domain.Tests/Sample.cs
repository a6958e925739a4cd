using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests;

/// <summary>One invented story, the same in every test.</summary>
internal static class Sample
{
    public static readonly Guid CorrectionId = new("0197a1b2-0000-7000-8000-000000000001");

    public static readonly Article Harbour = new()
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
            Paragraph("b2", "The town was fined £5m in 2019 for neglecting the wall."),
            new() { Id = "b3", Type = BlockType.Quote, Text = "We heard it go.", Speaker = "Oda Lind" },
            new()
            {
                Id = "b4", Type = BlockType.Image, Url = "https://example.org/wall.jpg", Alt = "A broken wall",
                Caption = "The wall on Sunday", Credit = "Tomas Reyl",
            },
            new() { Id = "b5", Type = BlockType.List, Items = ["40 boats", "2 cranes"] },
        ],
    };

    public static readonly StoryPublished Published = new("harbour-wall-gives-way", Harbour);
    public static readonly ArticleRetracted Retracted = new("We do not stand by this story.");
    public static readonly ArticleWithdrawn Withdrawn = new("This story was published by mistake.");

    public static readonly ArticleRemoved Removed =
        new("A court has forbidden to show this story.", RemovalBasis.CourtOrder, "https://courts.example/orders/17");

    public static Block Paragraph(string id, string text) => new() { Id = id, Type = BlockType.Paragraph, Text = text };

    /// <summary>The sample article with other blocks.</summary>
    public static Article With(params Block[] blocks) => Harbour with { Blocks = blocks };
}
