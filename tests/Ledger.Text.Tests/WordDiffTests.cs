using FsCheck.Fluent;

namespace Ledger.Text.Tests;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("The wall fell.", "The wall fell.", "The wall fell.")]
    [InlineData("", "", "")]
    [InlineData("", "New.", "+New.+")]
    [InlineData("Gone.", "", "-Gone.-")]
    [InlineData("The wall fell.", "The gate fell.", "The -wall-+gate+ fell.")]
    [InlineData("The old wall fell.", "The new gate fell.", "The -old wall-+new gate+ fell.")]
    [InlineData("He said no.", "He never said no.", "He +never +said no.")]
    [InlineData("A fine of £5m", "A fine of £3m", "A fine of £-5m-+3m+")]
    [InlineData("About 1,500 boats", "About 1,600 boats", "About -1,500-+1,600+ boats")]
    [InlineData("It rose 1.5 to 5 metres", "It rose 2.5 to 5 metres", "It rose -1.5-+2.5+ to 5 metres")]
    [InlineData("Lind's boat", "Lund's boat", "-Lind's-+Lund's+ boat")]
    [InlineData("She didn’t go", "She did go", "She -didn’t-+did+ go")]
    [InlineData("one two three four", "one three", "one -two -three- four-")]
    [InlineData("a\nb", "a\nc", "a\n-b-+c+")]
    [InlineData("市長は壁を見た", "市長は門を見た", "市長は-壁-+門+を見た")]
    [InlineData("กำแพงพัง", "กำแพงเก่า", "กำแพง-พัง-+เก่า+")]
    [InlineData("Family 👩‍👩‍👧 here", "Family 👩‍👩‍👦 here", "Family -👩‍👩‍👧-+👩‍👩‍👦+ here")]
    [InlineData("one\r\ntwo", "one\ntwo", "one-\r\n-+\n+two")]
    public void Runs_are_what_a_reader_would_mark(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(WordDiff.Compare(before, after).Select(run => run.Kind switch
        {
            DiffKind.Removed => $"-{run.Text}-",
            DiffKind.Added => $"+{run.Text}+",
            _ => run.Text,
        })));

    [Fact]
    public void The_runs_give_back_both_sides() =>
        Law.Holds(Gen.Zip(Law.Texts, Law.Texts), sides => AssertGivesBack(sides.Item1, sides.Item2));

    [Fact]
    public void Runs_are_not_empty_and_differ_from_their_neighbours() =>
        Law.Holds(Gen.Zip(Law.Texts, Law.Texts), sides =>
        {
            var runs = WordDiff.Compare(sides.Item1, sides.Item2);
            var neighbours = runs.Zip(runs.Skip(1), (one, next) => (one.Kind, next.Kind)).ToList();

            Assert.DoesNotContain(runs, run => run.Text.Length == 0);
            Assert.DoesNotContain(neighbours, pair => pair.Item1 == pair.Item2);
            Assert.DoesNotContain((DiffKind.Added, DiffKind.Removed), neighbours);
        });

    [Fact]
    public void Nothing_is_marked_where_nothing_differs() => Law.Holds(Law.Texts, text =>
        Assert.DoesNotContain(WordDiff.Compare(text, text), run => run.Kind != DiffKind.Same));

    [Fact]
    public void A_long_text_is_compared_by_sentences_and_then_by_words()
    {
        var before = string.Concat(Enumerable.Range(0, 3_000).Select(n => $"Sentence {n} is here. "));
        var after = before.Replace(" 17 is", " 17 was").Replace(" 2900 is", " 2900 was");

        var changed = WordDiff.Compare(before, after).Where(run => run.Kind != DiffKind.Same);

        var (removed, added) = (new DiffRun(DiffKind.Removed, "is"), new DiffRun(DiffKind.Added, "was"));
        Assert.Equal([removed, added, removed, added], changed);
    }

    [Fact]
    public void The_longest_texts_that_share_nothing_are_compared_in_bounded_time()
    {
        var before = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"Old {n} words. "));
        var after = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"New {n * 7} ones. "));

        AssertGivesBack(before, after);
    }

    private static void AssertGivesBack(string before, string after)
    {
        var runs = WordDiff.Compare(before, after);
        Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != DiffKind.Added).Select(run => run.Text)));
        Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != DiffKind.Removed).Select(run => run.Text)));
    }
}
