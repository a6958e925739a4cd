using Ledger.Application.Import;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Hosting;
using Ledger.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Import;

public sealed class RunningAgain
{
    [Fact]
    public async Task A_second_run_adds_nothing_and_finds_every_line_where_it_was()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var lines = new[]
        {
            ImportGiven.Line(1, "One."), ImportGiven.Line(2, "One."), ImportGiven.Line(3, "Three."),
            ImportGiven.Line(4, "Three.") with { Title = "Other" }, ImportGiven.Line(5, "Three.") with { Title = null },
        };
        List<ImportedLine> first = [], second = [];
        await ledger.ImportedAsync(lines, first);
        var head = await ledger.HeadAsync();

        var summary = await ledger.ImportedAsync(lines, second);

        Assert.Equal(new() { Lines = 5, Articles = 1, SameText = 3, Known = 4, Unchanged = 1 }, summary);
        Assert.Equal([1, 1, 2, 3, 3], first.Select(line => line.LedgerRevision));
        Assert.Equal(first, second);
        Assert.Equal(head, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_line_that_was_taken_in_once_is_not_refused_by_later_limits()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var line = ImportGiven.Line(1, "One.\n\nTwo.");
        await ledger.ImportedAsync(line);
        await using var strict = new ServiceCollection()
            .AddLedger(ledger.ConnectionString, new Limits { Blocks = 1 }).BuildServiceProvider();

        var outcome = await strict.GetRequiredService<IMediator>().Send(
            new ImportRevisions(new[] { line }.ToAsyncEnumerable(), "en") { Actor = TestLedger.Editor },
            TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.IsType<ImportOutcome.Done>(outcome).Summary.Known);
    }

    [Fact]
    public async Task Of_a_file_that_has_old_articles_and_new_ones_only_the_new_are_added()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var lines = Enumerable.Range(1, 40).Select(n => ImportGiven.Line(1, $"{n}.", $"section-{n}/index.md")).ToList();
        await ledger.ImportedAsync(lines.Where((_, n) => n % 3 == 0));

        var summary = await ledger.ImportedAsync(lines);

        Assert.Equal((40, 14, 26), (summary.Lines, summary.Known, summary.NewStories));
        Assert.Equal(40, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_longer_file_adds_its_new_lines_only()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.ImportedAsync(ImportGiven.Line(1, "One."), ImportGiven.Line(2, "Two."));

        var summary = await ledger.ImportedAsync(
            ImportGiven.Line(1, "One."), ImportGiven.Line(2, "Two."), ImportGiven.Line(3, "Three."),
            ImportGiven.Line(1, "Other.", "news/other.md"));

        Assert.Equal((2, 1, 2), (summary.Events, summary.NewStories, summary.Known));
        Assert.Equal("Three.", (await ledger.StoryAsync()).Article.ToBodyText());
    }

    [Fact]
    public async Task A_file_of_the_new_lines_alone_goes_on_where_the_story_is()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.ImportedAsync(ImportGiven.Line(1, "One."), ImportGiven.Line(2, "Two."));

        var summary = await ledger.ImportedAsync(ImportGiven.Line(3, "Two."), ImportGiven.Line(4, "Four."));

        Assert.Equal((1, 1), (summary.Events, summary.Unchanged));
        Assert.Equal(
            [("story_published", 1), ("article_revised", 2), ("article_revised", 4)], await ledger.TypesAsync());
    }

    [Fact]
    public async Task What_editors_did_since_stays_and_new_lines_come_on_top()
    {
        await using var ledger = await TestLedger.CreateAsync();
        SourceLines(out var one, out var two);
        await ledger.ImportedAsync(one, two);
        await ledger.EditAsync("Our own.");

        await ledger.ImportedAsync(one, two);
        Assert.Equal("Our own.", (await ledger.StoryAsync()).Article.ToBodyText());

        await ledger.ImportedAsync(one, two, ImportGiven.Line(3, "Three."));
        Assert.Equal("Three.", (await ledger.StoryAsync()).Article.ToBodyText());
        Assert.Equal(4, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_line_that_repeats_the_one_before_does_not_undo_what_editors_did()
    {
        await using var ledger = await TestLedger.CreateAsync();
        SourceLines(out var one, out var two);
        await ledger.ImportedAsync(one, two);
        await ledger.EditAsync("Our own.");
        var map = new List<ImportedLine>();

        await ledger.ImportedAsync([one, two, ImportGiven.Line(3, "Two.") with { Title = "New title" }], map);

        var story = await ledger.StoryAsync();
        Assert.Equal(("New title", "Our own."), (story.Article.Headline, story.Article.ToBodyText()));
        Assert.Equal([1, 2, 4], map.Select(line => line.LedgerRevision));
    }

    [Fact]
    public async Task A_line_whose_text_an_editor_wrote_first_is_not_put_on_top_of_later_edits()
    {
        await using var ledger = await TestLedger.CreateAsync();
        SourceLines(out var one, out var two);
        await ledger.ImportedAsync(one, two);
        await ledger.EditAsync("Three.");
        List<ImportedLine> first = [], second = [];
        await ledger.ImportedAsync([one, two, ImportGiven.Line(3, "Three.")], first);
        await ledger.EditAsync("Four.");

        var summary = await ledger.ImportedAsync([one, two, ImportGiven.Line(3, "Three.")], second);

        Assert.Equal((0, 1), (summary.Events, summary.Unchanged));
        Assert.Equal("Four.", (await ledger.StoryAsync()).Article.ToBodyText());
        Assert.Equal([1, 2, 3], first.Select(line => line.LedgerRevision));
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_byline_that_an_editor_replaced_gives_way_to_a_new_one()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var one = ImportGiven.Line(1, "One.") with { Byline = "Ada" };
        await ledger.ImportedAsync(one);
        await ledger.DoneAsync(new ChangeAttribution(CreditRole.Author, null, "Ada", "Ada Lovell", "Name")
        { Story = "wall", Actor = TestLedger.Editor });

        await ledger.ImportedAsync(one, one with { Revision = 2, Byline = "Ben" });

        Assert.Equal([new Credit(CreditRole.Author, "Ben")], (await ledger.StoryAsync()).Article.Credits);
    }

    [Fact]
    public async Task Lines_of_a_retracted_story_wait_until_it_is_reinstated()
    {
        await using var ledger = await TestLedger.CreateAsync();
        SourceLines(out var one, out var two);
        var three = ImportGiven.Line(3, "Three.");
        await ledger.ImportedAsync(one);
        await ledger.DoneAsync(new RetractArticle("Not so.") { Story = "wall", Actor = TestLedger.Editor });
        List<ImportedLine> waiting = [], imported = [];

        var summary = await ledger.ImportedAsync([one, two, ImportGiven.Line(1, "Other.", "news/other.md")], waiting);
        Assert.Equal((1, 1, 1), (summary.Waiting, summary.Known, summary.Events));
        Assert.Equal([1, null, 1], waiting.Select(line => line.LedgerRevision));

        await ledger.DoneAsync(new ReinstateArticle("It was so.") { Story = "wall", Actor = TestLedger.Editor });
        await ledger.ImportedAsync([one, two, three], imported);
        Assert.Equal("Three.", (await ledger.StoryAsync()).Article.ToBodyText());
        Assert.Equal([1, 4, 5], imported.Select(line => line.LedgerRevision));
    }

    private static void SourceLines(out SourceRevision one, out SourceRevision two) =>
        (one, two) = (ImportGiven.Line(1, "One."), ImportGiven.Line(2, "Two."));
}
