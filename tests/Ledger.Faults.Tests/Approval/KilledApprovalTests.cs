using Ledger.Application;
using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Faults.Tests.Approval;

/// <summary>The program is killed at every moment of an approval, which is an append to each of two streams.</summary>
public sealed class KilledApprovalTests
{
    private static readonly Actor Standards = new("user:mina", "Mina", [Role.Standards]);
    private static readonly Actor Program = new("system:publisher", "Ledger", [Role.Editor]);

    private static readonly Article Article = new()
    {
        Headline = "The bridge opens",
        Language = "en",
        Blocks = [new() { Id = "", Type = BlockType.Paragraph, Text = "The bridge cost 40 million crowns." }],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_correction_is_published_once_when_the_program_comes_back()
    {
        var killed = await ForEachMomentAsync(async (ledger, story, draft) =>
        {
            // Whoever approves again is told that it is done; the program itself looks after what is approved.
            await ledger.Send(new ApproveDraft { Actor = Standards, Draft = draft });
            await ledger.Send(new PublishDraft { Actor = Program, Draft = draft });

            Assert.Equal(1, await CorrectionsAsync(ledger, story));
            Assert.Equal(DraftStatus.Published, await StatusAsync(ledger, draft));
        });

        // The approval, the correction and the note of it: each has at least a beginning and an end.
        Assert.True(killed >= 6, $"The program was killed at {killed} moments only.");
    }

    [Fact]
    public async Task What_is_rejected_afterwards_is_not_public_and_what_is_public_is_not_rejected()
    {
        var ends = new HashSet<DraftStatus>();
        await ForEachMomentAsync(async (ledger, story, draft) =>
        {
            var before = await CorrectionsAsync(ledger, story);

            var outcome = await ledger.Send(new RejectDraft("Not yet.") { Actor = Standards, Draft = draft });
            await ledger.Send(new PublishDraft { Actor = Program, Draft = draft });

            var status = await StatusAsync(ledger, draft);
            ends.Add(status);
            Assert.Equal(before, await CorrectionsAsync(ledger, story));
            Assert.Equal(before == 1, status == DraftStatus.Published);
            Assert.Equal(before == 1, outcome is StreamOutcome<DraftState>.Refused { Refusal: DraftPublished });
        });

        Assert.Equal([DraftStatus.Published, DraftStatus.Rejected], ends.Order());
    }

    private static async Task<int> ForEachMomentAsync(Func<TestLedger, Guid, Guid, Task> check)
    {
        await using var ledger = await TestLedger.CreateAsync(policy: HousePolicy.Default);
        var killed = 0;
        await Victims.ForEachMomentAsync(async moment =>
        {
            var (story, draft) = await SubmittedAsync(ledger, $"bridge-{moment}");
            var result = await Victims.RunAsync("approve", ledger.ConnectionString, moment, draft.ToString());
            killed += result.Survived ? 0 : 1;
            await check(ledger, story, draft);
            return result;
        });
        return killed;
    }

    private static async Task<(Guid Story, Guid Draft)> SubmittedAsync(TestLedger ledger, string slug)
    {
        var story = Assert.IsType<Outcome.Done>(
            await ledger.Send(new PublishStory(Article, slug) { Actor = TestLedger.Editor })).StoryId;
        var drafted = await ledger.Send(new IssueCorrection(
            CorrectionClass.FactualError, [new("40 million", "14 million")], "It cost 14 million, not 40.")
        {
            Actor = TestLedger.Editor,
            Story = story.ToString(),
        });
        return (story, Assert.IsType<Outcome.Drafted>(drafted).DraftId);
    }

    private static async Task<int> CorrectionsAsync(TestLedger ledger, Guid story) =>
        await ledger.Store.ReadStreamAsync(story, StreamRange.All, Cancel)
            .CountAsync(recorded => recorded.Data is CorrectionIssued, Cancel);

    private static async Task<DraftStatus> StatusAsync(TestLedger ledger, Guid draft)
    {
        var events = await ledger.Store.ReadStreamAsync(draft, StreamRange.All, Cancel).ToListAsync(Cancel);
        return events.Aggregate(
            DraftState.Initial, (state, recorded) => state.Evolve((DraftEvent)recorded.Data)).Status;
    }
}
