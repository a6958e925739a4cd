using Ledger.Domain.Stories;
using Ledger.Text.Substance;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class ExplainingTests
{
    private static readonly Article After = Harbour with { Headline = "Harbour wall stands at Port Ellery" };
    private static readonly Substance Classed = Substance.Of(Harbour, After);
    private static readonly SecondPerson People = new(CorrectionId, "user:ada", "user:mina");

    private static readonly ArticleRevised Fix = new(
        RevisionKind.MinorFix, null, ArticleChange.Between(Harbour, After))
    {
        Substance = Classed,
    };

    [Fact]
    public void A_flagged_fix_is_explained_by_two_people()
    {
        Assert.Equal(Unexplained.WithoutSecondPerson, Verdict(Fix));
        Assert.Equal(Unexplained.WithoutSecondPerson,
            Verdict(Fix with { SecondPerson = People with { ApprovedBy = "user:ada" } }));
        Assert.Null(Verdict(Fix with { SecondPerson = People }));
    }

    [Fact]
    public void An_update_is_explained_by_its_flags()
    {
        var update = Fix with { Kind = RevisionKind.Update };

        Assert.Null(Verdict(update));
        Assert.Equal(Unexplained.NotClassed, Verdict(update with { Substance = null }));
        Assert.Equal(Unexplained.ClassedOtherwise, Explaining.ByRules(
            update with { Substance = Classed with { Flags = [] } }, Harbour, After));
    }

    [Fact]
    public void What_older_rules_classed_is_held_to_what_they_found()
    {
        var old = Fix with { Substance = new(SubstanceClassifier.Rules - 1, []) };

        Assert.Null(Verdict(old));
        Assert.Equal(Unexplained.WithoutSecondPerson, Verdict(old with { Substance = Classed with { Rules = 0 } }));
    }

    [Fact]
    public void A_small_change_is_explained_by_its_flags()
    {
        var changed = new HeadlineChanged(new(Harbour.Headline, After.Headline), null, null);

        Assert.Equal(Unexplained.NotClassed, Verdict(changed));
        Assert.Null(Verdict(changed with { Substance = Classed }));
        Assert.Null(Verdict(Published));
    }

    private static Unexplained? Verdict(StoryEvent happened)
    {
        var verdict = Explaining.ByRules(happened, Harbour, After);
        Assert.Equal(Explaining.ByRecord(happened, Harbour, After), verdict);
        return verdict;
    }
}
