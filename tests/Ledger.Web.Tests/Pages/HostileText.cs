using System.Text.Json;
using Ledger.Application.People;
using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Pages;

/// <summary>HTML and script in every field that somebody can write in: it is text, wherever it is shown.</summary>
public sealed class HostileText(WebServer server) : IClassFixture<WebServer>
{
    private const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><b onclick='x'>";

    [Fact]
    public async Task Every_field_is_shown_as_text_on_every_page()
    {
        await server.PublishAsync(Hostile(), "hostile");
        var story = new StoryHand(server, "hostile", new("user:x", Attack, [Role.Editor]));
        await story.ReviseAsync(Hostile() with { Dateline = Attack + "2" }, Attack);
        await story.AddEditorsNoteAsync(Attack);
        var correction = await story.CorrectAsync("wrong", Attack + "right", Attack);
        await story.CreditAsync(CreditRole.Author, Attack, Attack + "2", Attack);
        await story.CaptionAsync("b3", Attack + "2", Attack + "3", Attack);
        await story.HeadlineAsync(Attack + "2", Attack + "3", Attack);
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        string[] paths =
        [
            "/", "/stories/hostile", "/stories/hostile/history", "/stories/hostile/revisions/1",
            "/stories/hostile/compare/1...7",
            "/corrections", $"/corrections/{correction.CorrectionId}", "/audit", "/audit?story=hostile", "/desk",
            .. Desk.Select(form => $"/desk/stories/hostile/{form}"),
            $"/desk?q={Uri.EscapeDataString(Attack)}",
            $"/corrections?section={Uri.EscapeDataString(Attack)}&class={Uri.EscapeDataString(Attack)}",
            $"/audit?story={Uri.EscapeDataString(Attack)}", $"/sign-in?returnUrl={Uri.EscapeDataString(Attack)}",
        ];
        foreach (var path in paths)
            await AssertHarmlessAsync(editor, path);

        await story.RetractAsync(Attack);
        await AssertHarmlessAsync(editor, "/stories/hostile");
    }

    private const string Data = "[type='application/ld+json']";

    private static string[] Desk { get; } = ["revise", "correct", "attribute", "caption", "headline", "status"];

    private static async Task AssertHarmlessAsync(Visitor visitor, string path)
    {
        var page = await visitor.GetAsync(path);

        Assert.True(
            page.QuerySelectorAll($"script:not([src^='/js/'], {Data}), [onerror], [onclick], img[src=x]").Length == 0,
            $"{path}: {visitor.Html}");

        // Data for programs, which nothing in it can end.
        Assert.All(page.QuerySelectorAll($"script{Data}"), data =>
        {
            Assert.DoesNotContain('<', data.TextContent);
            using var json = JsonDocument.Parse(data.TextContent);
            Assert.Contains(Attack, json.RootElement.GetProperty("headline").GetString(), StringComparison.Ordinal);
        });
        var policy = string.Join(' ', visitor.Answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static Article Hostile() => new()
    {
        Headline = Attack,
        Standfirst = Attack,
        Section = Attack,
        Dateline = Attack,
        Language = "en",
        Credits = [.. Enum.GetValues<CreditRole>().Select(role => new Credit(role, Attack))],
        Blocks =
        [
            new() { Id = "", Type = BlockType.Paragraph, Text = Attack + " wrong [x](javascript:alert(1))" },
            new() { Id = "", Type = BlockType.Heading, Text = Attack },
            new()
            {
                Id = "",
                Type = BlockType.Image,
                Url = "/x\"onerror=\"alert(1)",
                Alt = Attack,
                Caption = Attack,
                Credit = Attack,
            },
            new() { Id = "", Type = BlockType.Quote, Text = Attack, Speaker = Attack },
            new() { Id = "", Type = BlockType.List, Items = [Attack, Attack] },
            new() { Id = "", Type = BlockType.Note, Text = Attack },
        ],
    };
}
