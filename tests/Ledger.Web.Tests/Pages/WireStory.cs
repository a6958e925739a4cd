using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Pages;

/// <summary>
/// An invented wire story of the usual shape, as an editor pastes it: invented people, invented places.
/// </summary>
internal static class WireStory
{
    public const string Headline = "Velis sea wall gives way as spring tide passes the record of 1953";
    public const string Standfirst = "It came a day after the harbour commissioner called the wall ‘good for another"
        + " generation’ – the plainest assurance yet from anyone in office.";
    public const string Caption = "Fishermen carry sandbags past the breached wall on the Marram Quay in Port Velis on"
        + " May 23. The old town behind it lies a metre below the tide. Tomas Ardel/Coastal Press";
    public const string Note = "Powered by automated translation";
    public const string Dateline = "PORT VELIS";
    public const string Credits = "* Coastal Press, Northern Wire and Agence Orlais";

    /// <summary>The body, parted by empty lines.</summary>
    public static string Body { get; } = string.Join("\n\n",
        "The sea took forty metres of the wall at Port Velis on Sunday, flooding the fish market and closing the only"
        + " road between the old town and the rest of the county.",
        "The breach leaves the Marram Quay open to two more tides of the same height, and comes a week after a smaller"
        + " wall failed at Sandry and days after the county stopped its repairs for want of money.",
        "Also on Sunday, commissioner Ruth Calder said the loss of the wall showed that the county “was warned and"
        + " looked away”. It was the hardest word yet from a serving official.",
        "Speaking to Harbour Radio’s Morning Watch, Ms Calder said, \"We were not short of plans ... In fact, we had"
        + " four of them. \"",
        "The failures of this spring have raised further questions about the county’s eight-year programme of works.",
        "Engineers have made more than 3,000 inspections since August, and dozens more in recent days.",
        "Ms Calder defended the inspections as a useful part of the work but said they were no replacement for stone.",
        "“We can help them look,” she said. “But we can’t make the county ... spend what it has not got – only the"
        + " county can do that.”",
        "Crews left the Marram gate at dawn, when the water reached the first step of the customs house. They had"
        + " closed the inner gate on Thursday.",
        "“There was no second shift and there weren’t enough of us to hold it,” Sami Dorn, the head of the gate crew,"
        + " said.",
        "“The water [now] has both sides of both gates,” she said, referring to another gate further north that was"
        + " lost last year.",
        "There were seven calls from the old town alone in a period of 24 hours straddling May 22-23 as families"
        + " began to clear their ground floors.",
        "Swift action was seen as essential to keep the water out of the pumping station, which would make any repair"
        + " slower and dearer.",
        "In Sandry, residents and a volunteer group said the pumps had failed twice on Sunday, but the county said"
        + " they had been stopped for cleaning.",
        "The director of the Sandry Flood Watch, Ilan Merrow, said at least one pump had burned out but “the state of"
        + " the rest is unknown”.",
        "However, posts by crews said the pumps had been left without fuel. “A pump stopped after a technical fault"
        + " and was restarted within the hour,” the county’s bulletin said.",
        "Meanwhile, a county official said stone was being moved to yards near Sandry in preparation for a new wall.",
        "Governor Petra Hale, whose province takes in Sandry, said on Sunday “there is a plan, weather willing, for a"
        + " wall around Sandry”, adding that it was not yet clear when work would begin.",
        "She also said contractors had “left whole lengths of it unbuilt” since they took the work on Wednesday.",
        "The county’s bulletin reported on Sunday that at least 400 houses had been flooded since the breach.",
        "It was not immediately possible to check the number, but it was in keeping with reports by volunteers.",
        "“They have flooded more than 400 houses .. and walked away, on the pretext that nobody had told them to"
        + " stay,” the bulletin said, citing residents.");

    /// <summary>The same as an article, for tests that do not go through the form.</summary>
    public static Article Article { get; } = new()
    {
        Headline = Headline,
        Standfirst = Standfirst,
        Section = "Coast",
        Dateline = Dateline,
        Language = "en",
        Credits =
        [
            new(CreditRole.Author, "Nadia Verrin"), new(CreditRole.Agency, "Coastal Press"),
            new(CreditRole.Agency, "Northern Wire"), new(CreditRole.Translator, "Jonas Lind"),
        ],
        Blocks =
        [
            new()
            {
                Id = "",
                Type = BlockType.Image,
                Url = "/samples/harbour.svg",
                Caption = Caption,
                Credit = "Tomas Ardel/Coastal Press",
                Alt = "Two men carry a sandbag along a flooded quay; behind them water pours through a broken wall.",
            },
            new() { Id = "", Type = BlockType.Note, Text = Note },
            .. Paragraphs().Take(8),
            new() { Id = "", Type = BlockType.Quote, Text = "We were warned.", Speaker = "Ruth Calder" },
            .. Paragraphs().Skip(8),
            new() { Id = "", Type = BlockType.Heading, Text = "What is open and what is closed" },
            new() { Id = "", Type = BlockType.List, Items = ["The coast road is closed.", "The ferry runs."] },
            new() { Id = "", Type = BlockType.Paragraph, Text = Credits },
        ],
    };

    private static IEnumerable<Block> Paragraphs() =>
        Body.Split("\n\n").Select(text => new Block { Id = "", Type = BlockType.Paragraph, Text = text });
}
