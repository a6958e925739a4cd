using System.Globalization;
using Ledger.Application.Import;
using Ledger.Application.People;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Import;

public sealed class ManyArticles
{
    [Fact]
    public async Task Articles_with_one_last_part_get_slugs_with_numbers()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var summary = await ledger.ImportedAsync(
            Enumerable.Range(1, 30).Select(n => ImportGiven.Line(1, Text(n), $"section-{n}/index.md")));

        var slugs = (await ledger.LogAsync()).Select(recorded => ((StoryPublished)recorded.Data).Slug);
        Assert.Equal(30, summary.NewStories);
        Assert.Equal(
            Enumerable.Range(1, 30).Select(n => n == 1 ? "index" : $"index-{n}").Order(StringComparer.Ordinal),
            slugs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Articles_of_one_name_in_two_sources_are_two_stories()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var summary = await ledger.ImportedAsync(
            ImportGiven.Line(1, "One."), ImportGiven.Line(1, "Two.") with { Source = "example/other" });

        Assert.Equal(2, summary.NewStories);
    }

    [Fact]
    public async Task An_article_of_more_lines_than_one_append_takes_comes_in_whole()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var map = new List<ImportedLine>();

        var summary = await ledger.ImportedAsync(Lines(450), map);

        Assert.Equal((450, 1, 450), (summary.Lines, summary.Articles, summary.Events));
        Assert.Equal(Enumerable.Range(1, 450), map.Select(line => line.LedgerRevision!.Value));
        var texts = await ledger.TextsAsync();
        Assert.All(map, line => Assert.Equal(Text(line.Revision), texts[(line.Story, line.LedgerRevision!.Value)]));
    }

    [Fact]
    public async Task An_article_whose_lines_stand_apart_is_one_story()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var summary = await ledger.ImportedAsync(
            ImportGiven.Line(1, Text(1)), ImportGiven.Line(1, "Other.", "news/other.md"), ImportGiven.Line(2, Text(2)));

        Assert.Equal((3, 2), (summary.Events, summary.NewStories));
        Assert.Equal(Text(2), (await ledger.StoryAsync()).Article.ToBodyText());
    }

    [Fact]
    public async Task Two_runs_at_once_add_what_one_adds()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var lines = Enumerable.Range(1, 12).SelectMany(article =>
            Enumerable.Range(1, 5).Select(n => ImportGiven.Line(n, Text(n), $"news/article-{article}.md"))).ToList();

        var summaries = await Task.WhenAll(
            ledger.ImportedAsync(lines, map: null), ledger.ImportedAsync(lines, map: null));

        Assert.Equal(60, await ledger.HeadAsync());
        Assert.Equal(60, summaries.Sum(summary => summary.Events));
        Assert.All((await ledger.TypesAsync()).GroupBy(pair => pair), group => Assert.Equal(12, group.Count()));
    }

    [Fact]
    public async Task A_line_that_a_rule_refuses_is_named_and_leaves_nothing_of_its_article()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var lines = Lines(3).Append(ImportGiven.Line(1, Text(1), "news/other.md"))
            .Append(ImportGiven.Line(2, "A bell: \a", "news/other.md"))
            .Append(ImportGiven.Line(1, Text(1), "news/third.md"));

        var refused = Assert.IsType<ImportOutcome.Refused>(await ledger.ImportAsync(lines));

        Assert.Equal(5, refused.Line);
        Assert.Equal(
            new InvalidField("blocks[0].text", "holds the control character U+0007 as character 9"), refused.Refusal);
        Assert.DoesNotContain(
            await ledger.LogAsync(), recorded => recorded.Data is StoryPublished { Slug: "other" });
    }

    [Fact]
    public async Task A_set_that_breaks_off_leaves_whole_pieces_only()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await Assert.ThrowsAsync<FormatException>(() => ledger.ImportAsync(BreakingOff()));

        Assert.Equal(3, await ledger.HeadAsync());
        await ledger.ImportedAsync(Lines(3).Append(ImportGiven.Line(1, Text(1), "news/other.md")), map: null);
        Assert.Equal(4, await ledger.HeadAsync());

        static IEnumerable<SourceRevision> BreakingOff()
        {
            foreach (var line in Lines(3))
                yield return line;

            yield return ImportGiven.Line(1, Text(1), "news/other.md");
            throw new FormatException("The file is cut off.");
        }
    }

    [Fact]
    public async Task Whoever_may_not_edit_imports_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var outcome = await ledger.Send(
            new ImportRevisions(Lines(1).ToAsyncEnumerable(), "en") { Actor = Given.Reader });

        Assert.Equal(new ImportOutcome.Refused(null, new NotAllowed(Permission.EditStories)), outcome);
        Assert.Equal(0, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Progress_is_told_and_ends_with_all_lines()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var told = new List<ImportProgress>();

        await ledger.Send(new ImportRevisions(Lines(450).ToAsyncEnumerable(), "en")
        {
            Actor = TestLedger.Editor,
            Progress = new Told(told),
        });

        Assert.Equal(new ImportProgress(450, 450), told[^1]);
        Assert.True(told.Count > 1);
    }

    private static IEnumerable<SourceRevision> Lines(int count) =>
        Enumerable.Range(1, count).Select(n => ImportGiven.Line(n, Text(n)));

    private static string Text(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"It happened {n} times.\n\nNobody counted.");

    private sealed class Told(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told.Add(value);
    }
}
