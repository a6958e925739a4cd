using Ledger.Application.Assets;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Assets;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Assets;

/// <summary>A picture is corrected once, with a correction of its own in each story that uses it.</summary>
public sealed class CorrectingAssets
{
    [Fact]
    public async Task Each_story_with_the_words_is_corrected_and_the_others_are_named_with_the_reason()
    {
        await using var album = await Album.CreateAsync();
        var (first, second) = (await album.PublishAsync("first"), await album.PublishAsync("second"));
        var other = await album.PublishAsync("other", "The quay on Friday");
        var right = await album.PublishAsync("right", "The wall on Monday");
        var gone = await album.PublishAsync("gone");
        await album.Ledger.DoneAsync(new WithdrawArticle("A mistake.") { Story = "gone", Actor = TestLedger.Editor });

        var correction = await album.ProposedAsync();
        Assert.Empty(await album.IssuedAsync(first));
        await album.ApprovedAsync(correction);

        var outcomes = (await album.CorrectionAsync()).Outcomes.ToDictionary(outcome => outcome.StoryId);
        foreach (var story in new[] { first, second })
        {
            var issued = Assert.Single(await album.IssuedAsync(story));
            Assert.Equal((AssetIds.OfCorrection(correction, story), (Guid?)Album.Wall, Severity.Substantive),
                (issued.CorrectionId, issued.AssetId, issued.Severity));
            Assert.Equal(
                new CorrectionReview(ReviewPath.Approved, null, "user:edith", "user:sten", 0), issued.Review);
            Assert.Equal("The wall on Monday", await album.CaptionAsync(story));
            Assert.Equal(
                new AssetOutcome(story, AssetResult.Corrected, issued.CorrectionId), outcomes[story]);
        }

        Assert.Equal(("picture-says-otherwise", "story-withdrawn", AssetResult.RightAlready),
            (outcomes[other].Code, outcomes[gone].Code, outcomes[right].Result));
        Assert.Equal("The quay on Friday", await album.CaptionAsync(other));
        Assert.Equal(
            ["asset_registered", "asset_correction_proposed", "asset_correction_approved",
                "asset_correction_published", "asset_caption_edited"],
            (await album.Ledger.LogAsync()).Where(e => e.StreamId == Album.Wall).Select(e => e.Type));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed_and_an_editor_approves_nothing_grave()
    {
        await using var album = await Album.CreateAsync();
        await album.PublishAsync("story");
        var proposed = await album.DoneAsync(album.Proposal with { Actor = Album.Sten });
        var approve = new ApproveAssetCorrection(Album.Wall, proposed.State.Corrections[0].Id) { Actor = Album.Sten };

        Assert.IsType<FourEyes>(await album.RefusedAsync(approve));
        Assert.IsType<NeedsStandards>(await album.RefusedAsync(approve with { Actor = TestLedger.Editor }));
        Assert.IsType<NotAllowed>(await album.RefusedAsync(approve with { Actor = Given.Reader }));
        Assert.IsType<NotAllowed>(await album.RefusedAsync(album.Proposal with { Actor = Given.Reader }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_half_way_is_healed_by_asking_again_and_each_story_has_one_correction(int survived)
    {
        var store = new InterposedStore();
        await using var album = await Album.CreateAsync(store.Interpose);
        Guid[] stories = [await album.PublishAsync("first"), await album.PublishAsync("second")];
        var correction = await album.ProposedAsync();
        store.BeforeNextAppend = () => FailAfter(survived);

        var approve = new ApproveAssetCorrection(Album.Wall, correction) { Actor = Album.Sten };
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => album.Ledger.Send(approve));
        Assert.Equal(AssetCorrectionStatus.Approved, (await album.CorrectionAsync()).Status);
        Assert.Equal(survived - 1, (await Task.WhenAll(stories.Select(album.IssuedAsync))).Sum(each => each.Count));

        // By the program itself, then by whoever never heard the answer, and once more.
        await album.DoneAsync(new PublishAssetCorrection(Album.Wall, correction) { Actor = TestLedger.Editor });
        await album.DoneAsync(approve);
        var head = await album.Ledger.HeadAsync();
        await album.DoneAsync(new PublishAssetCorrection(Album.Wall, correction) { Actor = TestLedger.Editor });

        Assert.Equal(head, await album.Ledger.HeadAsync());
        Assert.All(await Task.WhenAll(stories.Select(album.IssuedAsync)), each => Assert.Single(each));
        Assert.All((await album.CorrectionAsync()).Outcomes, each => Assert.Equal(AssetResult.Corrected, each.Result));

        Task FailAfter(int appends)
        {
            if (appends == 0)
                throw new EventStoreUnavailableException("Cut.", null);

            store.BeforeNextAppend = () => FailAfter(appends - 1);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_story_of_the_approver_waits_for_somebody_else_and_the_rest_does_not()
    {
        await using var album = await Album.CreateAsync();
        var edith = await album.PublishAsync("of-edith");
        var sten = await album.PublishAsync("of-sten", author: Album.Sten);

        await album.ApprovedAsync(await album.ProposedAsync());

        Assert.Single(await album.IssuedAsync(edith));
        Assert.Empty(await album.IssuedAsync(sten));
        Assert.Equal(("four-eyes", sten), (await album.CorrectionAsync()).ListOpen()
            .Select(outcome => (outcome.Code, outcome.StoryId)).Single());
    }

    [Fact]
    public async Task What_could_not_be_corrected_is_tried_again_and_so_is_a_story_that_uses_it_since()
    {
        await using var album = await Album.CreateAsync();
        await album.PublishAsync("first");
        var gone = await album.PublishAsync("gone");
        await album.Ledger.DoneAsync(new WithdrawArticle("A mistake.") { Story = "gone", Actor = TestLedger.Editor });
        var correction = await album.ProposedAsync();
        await album.ApprovedAsync(correction);
        Assert.Equal(gone, Assert.Single((await album.CorrectionAsync()).ListOpen()).StoryId);

        await album.Ledger.DoneAsync(new ReinstateArticle("It is not.") { Story = "gone", Actor = TestLedger.Editor });
        var late = await album.PublishAsync("late");
        await album.DoneAsync(new PublishAssetCorrection(Album.Wall, correction) { Actor = TestLedger.Editor });

        Assert.Empty((await album.CorrectionAsync()).ListOpen());
        Assert.Equal(
            ("The wall on Monday", "The wall on Monday"),
            (await album.CaptionAsync(gone), await album.CaptionAsync(late)));
    }

    [Fact]
    public async Task What_is_waived_with_a_reason_is_open_no_more()
    {
        await using var album = await Album.CreateAsync();
        await album.PublishAsync("first");
        var other = await album.PublishAsync("other", "The quay on Friday");
        var correction = await album.ProposedAsync();
        var waive = new WaiveAssetException(Album.Wall, correction, other, "It shows the quay.")
        {
            Actor = TestLedger.Editor,
        };
        Assert.IsType<AssetCorrectionNotPublished>(await album.RefusedAsync(waive));
        await album.ApprovedAsync(correction);

        Assert.IsType<ReasonRequired>(await album.RefusedAsync(waive with { Reason = " " }));
        await album.DoneAsync(waive);

        Assert.Empty((await album.CorrectionAsync()).ListOpen());
    }

    [Fact]
    public async Task Where_the_policy_asks_nobody_it_is_published_at_once()
    {
        await using var album = await Album.CreateAsync();
        var story = await album.PublishAsync("story");
        var credit = new Claim("T. Reyl", "T. Reyle", ArticleField.Credit);

        await album.DoneAsync(album.Proposal with { Class = CorrectionClass.AttributionCredit, Claims = [credit] });

        var issued = Assert.Single(await album.IssuedAsync(story));
        Assert.Equal((ReviewPath.AtOnce, null), (issued.Review!.Path, issued.Review.ApprovedBy));
        Assert.Contains(
            "asset_credit_changed", (await album.Ledger.LogAsync()).Select(e => e.Type));
    }

    [Fact]
    public async Task An_account_of_some_desks_corrects_no_picture_that_others_use()
    {
        await using var album = await Album.CreateAsync();
        await album.PublishAsync("town", section: "Town");
        var ofTown = TestLedger.Editor with { Desks = ["Town"] };
        await album.DoneAsync(album.Proposal with { Actor = ofTown });
        await album.PublishAsync("coast", section: "Coast");

        var approve = new ApproveAssetCorrection(Album.Wall, (await album.CorrectionAsync()).Id)
        {
            Actor = Album.Sten with { Desks = ["Town"] },
        };

        Assert.IsType<OtherDesk>(await album.RefusedAsync(approve));
        Assert.IsType<OtherDesk>(await album.RefusedAsync(album.Proposal with { Actor = ofTown }));
        await album.DoneAsync(approve with { Actor = Album.Mina });
    }

    [Fact]
    public async Task A_proposal_on_another_version_of_the_picture_is_a_conflict_and_one_sent_again_is_the_first()
    {
        await using var album = await Album.CreateAsync();
        await album.PublishAsync("story");
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => album.DoneAsync(album.Proposal with { ExpectedVersion = 3 }));

        var request = album.Proposal with { ExpectedVersion = 0, IdempotencyKey = "once" };
        var first = await album.DoneAsync(request);
        var second = await album.DoneAsync(request);

        Assert.Equal((first.State.Corrections[0].Id, true), (second.State.Corrections[0].Id, second.Repeated));
        Assert.IsType<AssetNotFound>(await album.RefusedAsync(album.Proposal with { Asset = Guid.CreateVersion7() }));
    }
}
