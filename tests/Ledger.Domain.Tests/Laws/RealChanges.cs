using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats;
using Ledger.Text.Substance;

namespace Ledger.Domain.Tests.Laws;

/// <summary>What the classifier says of changes that real editors made.</summary>
public sealed class RealChanges
{
    // Who recomputes the flags of old changes must get the same: other flags need a higher number.
    private static readonly Dictionary<int, string> FlagsByRules = new() { [1] = "038c52f11053d462" };

    [Fact]
    public async Task Every_flagged_change_lists_its_place_its_words_and_its_reason()
    {
        var path = Path.Combine(RepositoryFolder(), "..", "shared", "data", "open.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "The real histories are not beside this repository.");
        await using var file = File.OpenRead(path);
        var (article, before, changes, flagged) = ("", default(Article), 0, 0);
        using var said = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        await foreach (var revision in RevisionSet.ReadAsync(file, TestContext.Current.CancellationToken))
        {
            var after = ToArticle(revision, revision.Article == article ? before : null);
            if (revision.Article == article && before is not null && !before.Equals(after))
            {
                var flags = Substance.Of(before, after).Flags;
                changes++;
                flagged += flags.Count > 0 ? 1 : 0;
                Assert.All(flags, flag => AssertExplained(flag, before, after));
                foreach (var flag in flags)
                    said.AppendData(Encoding.UTF8.GetBytes($"{changes} {flag.Kind} {flag.Before} {flag.After}\n"));
            }

            (article, before) = (revision.Article, after);
        }

        // About a quarter of what real editors do to a text is more than style.
        Assert.InRange(changes, 2_000, int.MaxValue);
        Assert.InRange(flagged, changes / 10, changes / 2);
        var hash = Convert.ToHexStringLower(said.GetHashAndReset());
        Assert.StartsWith(FlagsByRules[SubstanceClassifier.Rules], hash, StringComparison.Ordinal);
    }

    private static void AssertExplained(ChangeFlag flag, Article before, Article after)
    {
        Assert.NotEqual("", flag.Before + flag.After);
        Assert.EndsWith(".", flag.Reason, StringComparison.Ordinal);
        Assert.True(flag.Place.BlockId is not { } id || (before.Find(id) ?? after.Find(id)) is not null);
    }

    private static Article ToArticle(SourceRevision revision, Article? before)
    {
        var asked = new Article
        {
            Headline = string.IsNullOrWhiteSpace(revision.Title) ? revision.Article : revision.Title,
            Language = "en",
            Blocks = [.. revision.Text.Split("\n\n").Select(text => Sample.Paragraph("", text))],
        };
        var state = before is null
            ? StoryState.Initial
            : StoryState.Initial.Evolve(new StoryPublished("story", before));
        StoryCommand command = before is null
            ? new StoryCommand.Publish("story", asked)
            : new StoryCommand.Revise(asked, RevisionKind.Update, null);
        return StoryDecider.Decide(command, state, new()).Events
            .Aggregate(state, (now, happened) => now.Evolve(happened)).Current!.Article;
    }

    private static string RepositoryFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
