using Ledger.Domain.Stories;

namespace Ledger.Cli.Demo;

/// <summary>A sample story: the file it is published from, and what became of it.</summary>
/// <param name="Hours">How long ago it is said to have gone out.</param>
internal sealed record DemoStory(string File, string Account, double Hours, IReadOnlyList<DemoStep> Steps);

/// <summary>The sample newsroom's stories. People and places are invented.</summary>
internal static class DemoStories
{
    private const string Editor = "editor";
    private const string Standards = "standards";

    public static IReadOnlyList<DemoStory> All { get; } =
    [
        new("bakery", Editor, 190,
        [
            DemoStep.Caption(Editor, 188, "photo", "Ragna Thorsby’s grandfather at the oven in 1961.",
                "The family wrote to say that it is her grandfather."),
            DemoStep.Correct(Editor, 166, CorrectionClass.MisspellingName, "Lindkvist", "Lindqvist",
                "An earlier version of this article misspelled the surname of the bakery’s apprentice. He is Emil "
                + "Lindqvist, not Lindkvist."),
        ]),
        new("budget", Editor, 150,
        [
            DemoStep.Withdraw(Standards, 149.5,
                "This article was published by mistake before the draft budget was public, and has been removed."),
        ]),
        new("memory-tea", Editor, 120,
        [
            DemoStep.Headline(Editor, 119, "Seaweed tea improves memory, study says",
                "The study measured one list of words; “doubles” said too much."),
            DemoStep.Correct(Editor, 96, CorrectionClass.OmissionContext,
                "The institute wants to sell the tea from the autumn.",
                "The institute wants to sell the tea from the autumn.\n\nThe study was paid for by a company that "
                + "grows bladder wrack. There was no group that drank another tea.",
                "This article has been amended to say who paid for the study and that it had no control group, both "
                + "omitted from an earlier version."),
            DemoStep.Retract(Standards, 70,
                "We have retracted this article because its core cannot be relied upon: the institute told us that "
                + "the volunteers were given the same list of words on both days."),
        ]),
        new("ferry-timetable", Editor, 52,
        [
            DemoStep.Revise(Editor, 51, RevisionKind.Update, "Adds the reply of the island council", AddReply),
            DemoStep.Correct(Editor, 45, CorrectionClass.Clarification, "eleven people on average",
                "eleven people a night on average",
                "This article has been amended to make clear that the average of eleven passengers is for one night, "
                + "not for the winter."),
            DemoStep.Slug(Editor, 44, "last-ferry-at-nine"),
        ]),
        new("tram-line", Editor, 30,
        [
            DemoStep.Revise(Editor, 29, RevisionKind.MinorFix, "Link and spelling", FixSpelling),
            DemoStep.Correct(Editor, 26, CorrectionClass.FactualError, "212 million", "221 million",
                "An earlier version of this article misstated the cost of the tram line. It is 221 million crowns, "
                + "not 212 million."),
            DemoStep.Credit(Editor, 25, CreditRole.Photographer, "Lena Dahlin", null,
                "The picture is a drawing by the city; no photograph of ours is used."),
        ]),
        new("varda-pass", Editor, 9,
        [
            DemoStep.Revise(Editor, 8, RevisionKind.Update, "Adds what the monitoring group says", AddMonitor),
            DemoStep.Speaker(Standards, 7, "jassel", "Adem Koris, governor of Lorn province",
                "Suna Jassel, who heads the border commission of Lorn province",
                "The agency’s report named the wrong official; the governor’s office confirmed who spoke."),
            DemoStep.Correct(Editor, 5, CorrectionClass.FactualError, "eleven kilometres", "seven kilometres",
                "An earlier version of this article misstated how far the station at Treven is from the pass. It is "
                + "seven kilometres, not eleven."),
            DemoStep.Caption(Editor, 4, "photo",
                "The customs house on the Varda pass, seen from the Kestria side on May 21. Government troops left it "
                + "on Sunday.",
                "The agency corrected the side and the date of its picture."),
            DemoStep.Correct(Editor, 2, CorrectionClass.OmissionContext,
                "had struck vehicles and a workshop between Halme and the river.",
                "had struck vehicles and a workshop between Halme and the river.\n\nThere were nine strikes near "
                + "Halme alone in the 24 hours to Sunday noon, while troops and local volunteers began to move back "
                + "towards the town from the east.",
                "This article has been amended to include a paragraph about nine strikes near Halme, which was lost "
                + "when the report was taken over from the agency."),
        ]),
    ];

    private static Article AddReply(Article article) => article with
    {
        Blocks =
        [
            .. article.Blocks,
            new()
            {
                Id = "",
                Type = BlockType.Quote,
                Text = "Two of those eleven are our nurses. Ask the others what they would have done.",
                Speaker = "Signe Aaker, who chairs the island council",
            },
        ],
    };

    private static Article AddMonitor(Article article) => article with
    {
        Blocks =
        [
            .. article.Blocks,
            new()
            {
                Id = "",
                Type = BlockType.Paragraph,
                Text = "The Ormand Monitor said late on Sunday that some 300 families had reached Treven on foot.",
            },
        ],
    };

    private static Article FixSpelling(Article article) => article with
    {
        Blocks = [.. article.Blocks.Select(block => block with
        {
            Text = block.Text?.Replace("Work begins at the university", "Work begins at the University",
                StringComparison.Ordinal),
        })],
    };
}
