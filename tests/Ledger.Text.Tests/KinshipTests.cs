using Ledger.Text.Blaming;

namespace Ledger.Text.Tests;

public sealed class KinshipTests
{
    [Theory]
    [InlineData("The wall fell at dawn on Sunday.", "The wall fell at noon on Sunday.", true)]
    [InlineData("The wall fell.", "At dawn, after a night of rain, the old wall of the harbour fell.", true)]
    [InlineData("Two were hurt. The wall fell at dawn.", "The wall fell at dawn. Nobody knows why it did.", true)]
    [InlineData("The wall fell at dawn on Sunday.", "The mayor spoke of courage, and of the years ahead.", false)]
    [InlineData("Sunday", "Monday", false)]
    [InlineData("港口的墙在星期日倒塌了", "港口的墙在星期一倒塌了", true)]
    [InlineData("港口的墙在星期日倒塌了", "市长谈到未来几年", false)]
    [InlineData("* * *", "…", true)]
    public void An_edit_has_a_quarter_of_the_words_in_common(string before, string after, bool expected)
    {
        Assert.Equal(expected, Kinship.IsEdit(before, after));
        Assert.Equal(expected, Kinship.IsEdit(after, before));
    }

    [Fact]
    public void A_word_counts_as_often_as_both_texts_have_it() =>
        Assert.False(Kinship.IsEdit("wall wall wall wall wall", "a wall and nothing else of it here"));

    [Fact]
    public void Words_that_are_put_in_the_place_of_others_are_all_of_the_revision_that_did_it()
    {
        RevisedText Text(string before, string after) =>
            new("b1", before, TextBlame.Whole(1, before), after);
        const string Old = "The wall fell at dawn on Sunday, said the harbour master of the town.";
        const string New = "The mayor spoke of courage, and what was to come, when asked on the steps.";

        var (runs, _) = TextBlame.Begin.Revise(2, [Text(Old, New)]);

        Assert.Equal([new BlameRun(New.Length, 2)], runs[0]);
    }
}
