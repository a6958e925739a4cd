using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Laws;

/// <summary>
/// Whatever people do, in whatever order: nothing of substance changes without a note or a second person, nobody
/// approves their own, and nothing that was published is ever gone.
/// </summary>
public sealed class NoSilentChange
{
    [Fact]
    public void The_histories_reach_what_they_are_to_try()
    {
        var reached = new Dictionary<string, int>();
        Law.Holds(Newsroom.Histories, given =>
        {
            var end = End(given);
            var drafted = end.Drafted.Select(step => step.Happened.GetType().Name);
            foreach (var name in end.Published.Select(NameOf).Concat(drafted))
                reached[name] = reached.GetValueOrDefault(name) + 1;
        });

        string[] wanted =
        [
            nameof(CorrectionApproved), nameof(CorrectionRushed), nameof(CorrectionCleared), nameof(CorrectionReturned),
            nameof(CorrectionPublished), nameof(CorrectionAmended), nameof(CorrectionWithdrawn), "Approved",
            "Emergency", "AtOnce", "MinorFix of two", nameof(ArticleRemoved), nameof(ArticleReinstated),
        ];
        Assert.All(wanted, name => Assert.InRange(reached.GetValueOrDefault(name), 5, int.MaxValue));
    }

    [Fact]
    public void What_alters_the_story_has_a_public_note_or_says_so_or_was_seen_by_a_second_person() => Law.Holds(
        Newsroom.Histories, given => Assert.All(Steps(End(given)), step =>
        {
            var flags = Substance.Of(step.Before.Article, step.After.Article).Flags;
            if (flags.Count == 0)
                return;

            Assert.True(step.Happened switch
            {
                CorrectionIssued e => e.Severity == Severity.Minor || !string.IsNullOrWhiteSpace(e.Note),
                ArticleRevised { Kind: RevisionKind.MinorFix } e =>
                    e.SecondPerson is { } two && two.ProposedBy != two.ApprovedBy && e.Substance!.Flags.Count > 0,
                ArticleRevised e => e.Substance!.Flags.SequenceEqual(flags),
                AttributionChanged e => e.Substance!.Flags.SequenceEqual(flags),
                CaptionEdited e => e.Substance!.Flags.SequenceEqual(flags),
                HeadlineChanged e => e.Substance!.Flags.SequenceEqual(flags),
                _ => false,
            }, $"{step.Happened} changes what the story says in silence.");
        }));

    [Fact]
    public void A_note_has_a_change_but_that_of_the_editors() => Law.Holds(
        Newsroom.Histories, given => Assert.All(Steps(End(given)), step =>
        {
            if (step.Happened is CorrectionIssued { Class: not CorrectionClass.EditorsNote })
                Assert.NotEqual(step.Before.Article, step.After.Article);
        }));

    [Fact]
    public void Nobody_approves_what_they_wrote() => Law.Holds(Newsroom.Histories, given =>
    {
        var end = End(given);
        Assert.All(end.Drafted, step =>
        {
            if (step.Happened is not CorrectionApproved e)
                return;

            Assert.DoesNotContain(e.By, step.Before.Drafters);
            Assert.NotEqual(step.Before.Rush?.By, e.By);
        });
        Assert.All(end.Published.OfType<CorrectionIssued>(), issued =>
        {
            if (issued.Review?.Path == ReviewPath.Approved)
                Assert.True(issued.Review.ApprovedBy is { } second && second != issued.Review.DraftedBy);

            // By the policy of most houses nothing grave goes out on the word of one, but in an emergency.
            if (issued.Review?.Path == ReviewPath.AtOnce)
                Assert.Equal(Approval.None, given.Policy.Approvals.For(issued.Severity));
        });
    });

    [Fact]
    public void Nothing_that_was_published_is_ever_gone() => Law.Holds(Newsroom.Histories, given =>
        Assert.All(Steps(End(given)), step =>
        {
            Assert.Equal(step.Before.Original, step.After.Original);
            Assert.Equal(step.Before.Revision + (step.Happened is SlugChanged ? 0 : 1), step.After.Revision);
            Assert.True(step.After.Corrections.Count >= step.Before.Corrections.Count);
            foreach (var (before, after) in step.Before.Corrections.Zip(step.After.Corrections))
            {
                Assert.Equal((before.Id, before.Class, before.Claims), (after.Id, after.Class, after.Claims));
                Assert.False(before.IsWithdrawn && !after.IsWithdrawn);

                // A note that is replaced is told by the event that replaces it.
                if (before.Note != after.Note)
                    Assert.Equal(before.Note, Assert.IsType<CorrectionAmended>(step.Happened).Note.From);
            }
        }));

    private static Newsroom End((HousePolicy Policy, Deed[] Deeds) given) =>
        given.Deeds.Aggregate(new Newsroom(given.Policy), (room, deed) => room.After(deed));

    // The history folded again from its events alone.
    private static IEnumerable<(Story Before, StoryEvent Happened, Story After)> Steps(Newsroom room)
    {
        var state = StoryState.Initial.Evolve(room.Published[0]);
        foreach (var happened in room.Published.Skip(1))
        {
            var before = state.Current!;
            state = state.Evolve(happened);
            yield return (before, happened, state.Current!);
        }
    }

    private static string NameOf(StoryEvent happened) => happened switch
    {
        CorrectionIssued { Review: { } review } => review.Path.ToString(),
        ArticleRevised { SecondPerson: not null } => "MinorFix of two",
        _ => happened.GetType().Name,
    };
}
