using System.Runtime.CompilerServices;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats;

namespace Ledger.Domain.Tests.Laws;

/// <summary>Articles as real editors revised them, thousands of times.</summary>
public sealed class RealHistories
{
    [Fact]
    public async Task Every_revision_is_kept_to_the_byte_and_unchanged_paragraphs_keep_their_ids()
    {
        var path = Path.Combine(RepositoryFolder(), "..", "shared", "data", "open.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "The real histories are not beside this repository.");
        await using var file = File.OpenRead(path);
        var (article, state, revisions) = ("", StoryState.Initial, 0);

        await foreach (var revision in RevisionSet.ReadAsync(file, TestContext.Current.CancellationToken))
        {
            var before = revision.Article == article ? state : StoryState.Initial;
            state = Decide(before, revision).Aggregate(before, (state, happened) => state.Evolve(happened));
            article = revision.Article;
            revisions++;

            Assert.Equal(revision.Text, state.Current!.Article.ToBodyText());
            AssertKept(before.Current?.Article.Blocks ?? [], state.Current.Article.Blocks);
        }

        Assert.InRange(revisions, 2_000, int.MaxValue);
    }

    private static IReadOnlyList<StoryEvent> Decide(StoryState state, SourceRevision revision)
    {
        var asked = new Article
        {
            Headline = revision.Article,
            Language = "en",
            Blocks = [.. revision.Text.Split("\n\n").Select(text => Sample.Paragraph("", text))],
        };
        var decision = StoryDecider.Decide(
            state is StoryState.Unpublished
                ? new StoryCommand.Publish("story", asked)
                : new StoryCommand.Revise(asked, RevisionKind.Update, null),
            state, new());
        Assert.Null(decision.Refusal);
        return decision.Events;
    }

    private static void AssertKept(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        Assert.Distinct(after.Select(block => block.Id));
        var old = before.ToLookup(block => block.Text);
        var @new = after.ToLookup(block => block.Text);
        foreach (var group in @new.Where(group => group.Count() == 1 && old[group.Key].Count() == 1))
            Assert.Equal(old[group.Key].Single().Id, group.Single().Id);
    }

    private static string RepositoryFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
