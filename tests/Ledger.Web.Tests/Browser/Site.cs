using Ledger.Application.Copies;
using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Browser;

/// <summary>A site with everything on it that a page can show, and the addresses of all its pages.</summary>
internal static class Site
{
    public const string Slug = "velis-sea-wall";

    public static async Task<IReadOnlyList<(string Name, string Path)>> FillAsync(WebServer server)
    {
        var withheld = await PublishOthersAsync(server);
        var wire = await server.PublishAsync(WireStory.Article, Slug);
        await ChangeInEveryWayAsync(server);
        var correction = await CorrectAsync(server);
        var story = $"/stories/{wire.Slug}";
        return
        [
            ("front", "/"), ("story", story), ("history", $"{story}/history"), ("revision", $"{story}/revisions/2"),
            ("compare", $"{story}/compare/1...4"), ("compare-caption", $"{story}/compare/4...5"),
            ("compare-side", $"{story}/compare/1...4?view=side"), ("since", $"{story}?since=2"),
            ("since-now", $"{story}?since=7"), ("blame", $"{story}/blame"), ("blame-past", $"{story}/blame?revision=3"),
            ("blame-arabic", "/stories/arabic/blame"),
            ("corrections", "/corrections"), ("corrections-none", "/corrections?class=misquote"),
            ("corrections-words", "/corrections?q=overstates"), ("corrections-body", "/corrections?q=council"),
            ("search", "/search?q=wall+-ferries"), ("search-empty", "/search"), ("search-none", "/search?q=zeppelin"),
            ("search-bad", $"/search?q={new string('a', 201)}"), ("search-arabic", "/search?q=الجدار"),
            ("corrections-bad", "/corrections?class=nonsense"), ("correction", $"/corrections/{correction}"),
            ("retracted", "/stories/ferry-fares"), ("withdrawn", "/stories/early-results"),
            ("removed", "/stories/harbour-names"), ("removed-history", "/stories/harbour-names/history"),
            ("removed-report", "/stories/harbour-names/report"),
            ("correction-withheld", $"/corrections/{withheld}"),
            ("arabic", "/stories/arabic"),
            ("editors-note", "/stories/pier-money"), ("not-found", "/stories/nothing-here"), ("sign-in", "/sign-in"),
        ];
    }

    public static IReadOnlyList<(string Name, string Path)> DeskPages { get; } =
    [
        ("desk", "/desk"), ("desk-none", "/desk?q=zzz"), ("desk-new", "/desk/new"),
        ("desk-revise", $"/desk/stories/{Slug}/revise"), ("desk-correct", $"/desk/stories/{Slug}/correct"),
        ("desk-attribute", $"/desk/stories/{Slug}/attribute"), ("desk-caption", $"/desk/stories/{Slug}/caption"),
        ("desk-headline", $"/desk/stories/{Slug}/headline"), ("desk-status", $"/desk/stories/{Slug}/status"),
        ("desk-copies", $"/desk/stories/{Slug}/copies"), ("desk-copy-tasks", "/desk/copies"),
        ("desk-no-copies", "/desk/stories/pier-money/copies"),
        ("desk-no-picture", "/desk/stories/pier-money/caption"), ("story-signed-in", $"/stories/{Slug}"),
        ("desk-drafts", "/desk/drafts"), ("desk-reports", "/desk/reports"), ("desk-metrics", "/desk/metrics"),
        ("desk-assets", "/desk/assets"),
        ("audit", "/audit"), ("audit-story", $"/audit?story={Slug}"), ("audit-unknown", "/audit?story=nothing"),
        ("audit-bundle", $"/audit/bundle?story={Slug}"),
        ("audit-no-bundle", "/audit/bundle?story=nothing&level=public"),
    ];

    private static async Task ChangeInEveryWayAsync(WebServer server)
    {
        var calder = WireStory.Article.Blocks[4];
        var changed = WireStory.Article with
        {
            Blocks =
            [
                .. WireStory.Article.Blocks.Take(4),
                calder with { Text = calder.Text!.Replace("hardest", "sharpest", StringComparison.Ordinal) },
                new() { Id = "", Type = BlockType.Paragraph, Text = "The *Marram* ferry took 300 people off." },
                .. WireStory.Article.Blocks.Skip(5).Take(8), WireStory.Article.Blocks[14], WireStory.Article.Blocks[13],
                .. WireStory.Article.Blocks.Skip(16),
            ],
        };
        var story = server.Story(Slug);
        await story.ReviseAsync(changed, "Adds the number of people taken off the quay.");
        await story.AttributeAsync("b11", "Ruth Calder", "Sami Dorn", "It was the head of the gate crew who said it.");
        await story.HeadlineAsync("Velis sea wall gives way as spring tide passes the record of 1957", null,
            "The record stands from 1957.");
        await story.CaptionAsync("b1", WireStory.Caption.Replace("Fishermen", "Residents", StringComparison.Ordinal),
            null, "They do not fish.");
    }

    private static async Task<Guid?> CorrectAsync(WebServer server)
    {
        await server.Services.GetRequiredService<IMediator>().Send(
            new LinkCopy(Slug, CopyKind.Translation, "The Arabic edition", "ar", "https://ar.example/velis")
            {
                Actor = Newsroom.Editor,
            },
            TestContext.Current.CancellationToken);
        await server.Story(Slug).CorrectAsync("Sandry Flood Watch", "Sandry Tide Watch",
            "An earlier version of this article misspelled the name of the Sandry Tide Watch.",
            CorrectionClass.MisspellingName);
        var fact = await server.Story(Slug).CorrectAsync("forty metres", "fourteen metres",
            "An earlier version of this article overstated the breach. The sea took fourteen metres of the wall at Port"
            + " Velis, not forty. The error stood in the first paragraph for two hours.");
        return fact.CorrectionId;
    }

    private static async Task<Guid?> PublishOthersAsync(WebServer server)
    {
        await server.PublishAsync(Arabic, "arabic");
        await server.Story("arabic").CorrectAsync("أربعين مترا", "أربعة عشر مترا",
            "أخطأت نسخة سابقة من هذا المقال في طول الجدار: هو أربعة عشر مترا.");
        await server.PublishAsync(
            Newsroom.Short("Council votes to move the Saturday market inland", "It moves to the old tannery.") with
            {
                Section = "Town",
                Standfirst = "Stallholders were told on Friday evening that the quay will not be dry before autumn.",
            });
        await server.PublishAsync(Newsroom.Short("Ferry fares to double in June", "They will not."), "ferry-fares");
        await server.Story("ferry-fares").RetractAsync(
            "This newspaper has retracted this article. The document behind it was not what its source said it was.");
        await server.PublishAsync(Newsroom.Short("Results of the county vote", "Embargoed."), "early-results");
        await server.Story("early-results").WithdrawAsync(
            "This article was published by mistake before its time and has been removed.");
        await server.PublishAsync(
            Newsroom.Short("Who paid for the pier", "The pier cost nine million.",
                "The county paid for `all` of it, [its accounts](https://example.org/accounts) say.") with
            { Section = "Town" }, "pier-money");
        await server.Story("pier-money").AddEditorsNoteAsync("The author of this article holds shares in"
            + " the company that built the pier. We did not know this when it was published.");
        await server.PublishAsync(
            Newsroom.Short("Who sailed on the Marram", "Two of the three children were seven."), "harbour-names");
        var corrected = await server.Story("harbour-names").CorrectAsync(
            "were seven", "were eight", "An earlier version misstated the age of two of the children on board.");
        await server.Story("harbour-names").RemoveAsync(
            "A court has ordered that this article, which named children, is not to be shown.",
            RemovalBasis.CourtOrder, "https://courts.example/orders/17");
        return corrected.CorrectionId;
    }

    private static Article Arabic { get; } = new()
    {
        Headline = "انهيار الجدار البحري في بورت فيليس",
        Standfirst = "جاء ذلك بعد يوم واحد من تأكيدات المسؤولين.",
        Language = "ar",
        Dateline = "بورت فيليس",
        Credits = [new(CreditRole.Author, "نادية فيرين")],
        Blocks =
        [
            new()
            {
                Id = "",
                Type = BlockType.Paragraph,
                Text = "أخذ البحر أربعين مترا من الجدار يوم الأحد، وغمرت المياه سوق السمك.",
            },
            new() { Id = "", Type = BlockType.Quote, Text = "حذرونا ولم نسمع.", Speaker = "روث كالدر" },
        ],
    };
}
