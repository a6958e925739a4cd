using System.Globalization;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats;
using Ledger.Text;

namespace Ledger.Domain.Tests.Blaming;

/// <summary>Every published state of real articles, the longest histories among them.</summary>
public sealed class RealHistories(ITestOutputHelper output)
{
    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../../../../../shared/data"));

    private static readonly Limits NoLimits = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("open.jsonl.gz")]
    [InlineData("heavy-govuk-landing.jsonl.gz")]
    public async Task Blame_is_what_the_plain_way_of_counting_finds_everywhere(string name)
    {
        var (states, returned) = (0, 0);
        foreach (var article in await ReadAsync(name))
        {
            var history = new BlameHistory();
            foreach (var state in article)
                history.Then(state);

            states += article.Count;
            returned += history.Blame.Blocks.Count(part => part.Runs?.Values.Any(
                runs => runs.Any(run => run.Returned > 0)) == true);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{states} states; {returned} blocks with words that came back"));
        Assert.True(states > 500, $"Only {states} states were compared.");
    }

    [Theory]
    [InlineData("open.jsonl.gz", 2_000)]
    [InlineData("heavy-govuk-landing.jsonl.gz", 200)]
    public async Task What_differs_put_into_one_state_gives_the_other_exactly(string name, int pairs)
    {
        var articles = await ReadAsync(name);
        foreach (var article in articles)
        {
            for (var i = 1; i < article.Count; i++)
                AssertLeadsTo(article[i - 1], article[i]);
        }

        // A fixed walk over pairs of states, within an article and, each third, of two that have nothing in common.
        var next = 20_260_301u;
        for (var i = 0; i < pairs; i++)
        {
            var one = articles[Draw(articles.Count)];
            var other = i % 3 == 0 ? articles[Draw(articles.Count)] : one;
            AssertLeadsTo(one[Draw(one.Count)], other[Draw(other.Count)]);
        }

        int Draw(int count)
        {
            next = unchecked(next * 1_664_525 + 1_013_904_223);
            return (int)(next >> 8) % count;
        }
    }

    private static void AssertLeadsTo(Article before, Article after)
    {
        var diff = ArticleDiff.Compare(before, after);
        var lines = LineDiff.Compare(before, after);
        Assert.Equal(Lines(before), lines.Select(line => line.Before).OfType<string>());
        Assert.Equal(Lines(after), lines.Select(line => line.After).OfType<string>());

        var rows = diff.Blocks.Where(row => row.Change != BlockChange.Removed).ToList();

        Assert.Equal(after.Blocks.Select(block => block.Id), rows.Select(row => row.BlockId));
        Assert.Equal(after.ToBodyText(), string.Join("\n\n", rows.Select(row => Side(row.Fields, DiffKind.Removed))));
        Assert.Equal(after.Headline, Side(diff.Fields.Where(field => field.Name == "headline"), DiffKind.Removed));
        Assert.Equal(
            before.Blocks.ToDictionary(block => block.Id, block => block.ToBodyText()),
            diff.Blocks.Where(row => row.Change != BlockChange.Added)
                .ToDictionary(row => row.BlockId, row => Side(row.Fields, DiffKind.Added)));
    }

    // All texts of an article that has no pictures, in reading order.
    private static IEnumerable<string> Lines(Article article) => NaiveBlame.TextsOf(article)
        .Select(text => text.Text)
        .Take(5).Append(article.Language)
        .Concat(article.Blocks.Select(block => block.Text ?? ""))
        .Where(text => text.Length > 0);

    private static string Side(IEnumerable<FieldDiff> fields, DiffKind without) => string.Concat(fields
        .SelectMany(field => field.Runs)
        .Where(run => run.Kind != without)
        .Select(run => run.Text));

    private static async Task<List<List<Article>>> ReadAsync(string name)
    {
        var file = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(file), $"The real histories are not here: {file}.");
        await using var stream = File.OpenRead(file);
        var lines = await RevisionSet.ReadAsync(stream, Cancel).ToListAsync(Cancel);
        return [.. lines.GroupBy(line => (line.Source, line.Article)).Select(States)];
    }

    // The blocks have the ids that an import gives them.
    private static List<Article> States(IEnumerable<SourceRevision> lines)
    {
        var states = new List<Article>();
        var story = StoryState.Initial;
        foreach (var line in lines)
        {
            var article = new Article
            {
                Headline = string.IsNullOrWhiteSpace(line.Title) ? line.Article : line.Title,
                Standfirst = line.Summary,
                Language = "en",
                Credits = line.Byline is { Length: > 0 } name ? [new(CreditRole.Author, name)] : [],
                Blocks = [.. line.Text.Split("\n\n").Select(text =>
                    new Block { Id = "", Type = BlockType.Paragraph, Text = text })],
            };
            StoryCommand command = states.Count == 0
                ? new StoryCommand.Publish("real", article) { IsHistory = true }
                : new StoryCommand.Revise(article, RevisionKind.Update, null) { IsHistory = true };
            var decision = StoryDecider.Decide(command, story, NoLimits);
            Assert.Null(decision.Refusal);
            foreach (var happened in decision.Events)
            {
                story = story.Evolve(happened);
                states.Add(story.Current!.Article);
            }
        }

        return states;
    }
}
