using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Stories;

/// <summary>Every request that changes a story, sent the way the front ends send it.</summary>
public sealed class Changing(SharedLedger shared) : IClassFixture<SharedLedger>
{
    private static readonly Article Rewritten = Given.Article with
    {
        Blocks = [Given.Article.Blocks[0] with { Text = "The wall fell at noon. It was 90 years old." }],
    };

    public static TheoryData<string> Requests { get; } = [.. All("any").Keys];

    internal static Dictionary<string, ExistingStoryRequest> All(string story) => new()
    {
        ["article_revised"] = new ReviseArticle(Rewritten, RevisionKind.Update, "New time")
        { Story = story, Actor = TestLedger.Editor },
        ["correction_issued"] = new IssueCorrection(CorrectionClass.FactualError, [new("90", "80")], "It was 80.")
        { Story = story, Actor = TestLedger.Editor },
        ["attribution_changed"] = new ChangeAttribution(null, "q1", "Oda Lind", "Per Aune", "Said by him")
        { Story = story, Actor = TestLedger.Editor },
        ["caption_edited"] = new EditCaption("i1", "The old wall", null, "Clearer")
        { Story = story, Actor = TestLedger.Editor },
        ["headline_changed"] = new ChangeHeadline("Old harbour wall gives way", null, null)
        { Story = story, Actor = TestLedger.Editor },
        ["slug_changed"] = new ChangeSlug($"new-{story}", null) { Story = story, Actor = TestLedger.Editor },
        ["article_retracted"] = new RetractArticle("Not so.") { Story = story, Actor = TestLedger.Editor },
        ["article_withdrawn"] = new WithdrawArticle("Too early.") { Story = story, Actor = TestLedger.Editor },
        ["article_removed"] = new RemoveForLegalReasons("It names a child.", RemovalBasis.Privacy, null)
        { Story = story, Actor = TestLedger.Editor with { Roles = [Role.Standards] } },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_change_adds_its_event_and_says_where_the_story_is_now(string type)
    {
        var slug = await PublishAsync($"change-{type}");

        var done = await Ledger.DoneAsync(All(slug)[type]);

        var recorded = (await Ledger.LogAsync())[^1];
        Assert.Equal((type, "user:edith"), (recorded.Type, recorded.Metadata.Actor));
        Assert.Equal(
            (recorded.StreamId, 2, recorded.Position, true),
            (done.StoryId, done.Version, done.Position, done.Changed));
        Assert.Equal(type == "slug_changed" ? 1 : 2, done.Revision);
        Assert.Equal((recorded.Data as CorrectionIssued)?.CorrectionId, done.CorrectionId);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_same_change_a_second_time_adds_nothing(string type)
    {
        var slug = await PublishAsync($"repeat-{type}");
        var first = await Ledger.DoneAsync(All(slug)[type]);

        var second = await Ledger.DoneAsync(All(slug)[type]);

        Assert.Equal(first with { Changed = false }, second);
        Assert.Equal(first.Position, await Ledger.HeadAsync());
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_story_that_is_not_there_cannot_be_changed(string type)
    {
        await Ledger.RefusedAsync<StoryNotFound>(All("no-such-story")[type]);
        await Ledger.RefusedAsync<StoryNotFound>(All("0198e1a0-0000-7000-8000-000000000001")[type]);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Whoever_may_not_edit_changes_nothing(string type)
    {
        var slug = await PublishAsync($"reader-{type}");

        await Ledger.RefusedAsync<NotAllowed>(All(slug)[type] with { Actor = Given.Reader });
    }

    [Fact]
    public async Task A_retracted_story_is_reinstated()
    {
        var slug = await PublishAsync("reinstated");
        await Ledger.DoneAsync(All(slug)["article_retracted"]);

        var done = await Ledger.DoneAsync(
            new ReinstateArticle("It was so.") { Story = slug, Actor = TestLedger.Editor });

        Assert.Equal((3, 3), (done.Version, done.Revision));
        Assert.Equal(new ArticleReinstated("It was so."), (await Ledger.LogAsync())[^1].Data);
    }

    [Fact]
    public async Task Only_a_standards_editor_removes_a_story_and_publishes_it_again()
    {
        var slug = await PublishAsync("removed");
        var remove = All(slug)["article_removed"];
        var reinstate = new ReinstateArticle("The order was lifted.") { Story = slug, Actor = TestLedger.Editor };

        var refused = await Ledger.RefusedAsync<NotAllowed>(remove with { Actor = TestLedger.Editor });
        await Ledger.DoneAsync(remove);

        Assert.Equal(Permission.RemoveStories, refused.Permission);
        await Ledger.RefusedAsync<StoryRemoved>(All(slug)["headline_changed"]);
        await Ledger.RefusedAsync<NotAllowed>(reinstate);
        await Ledger.DoneAsync(reinstate with { Actor = remove.Actor });
        await Ledger.DoneAsync(All(slug)["headline_changed"]);
    }

    [Fact]
    public async Task A_story_is_found_by_every_slug_it_has_had()
    {
        var slug = await PublishAsync("moved");
        var moved = await Ledger.DoneAsync(All(slug)["slug_changed"]);

        var byOld = await Ledger.DoneAsync(All(slug)["caption_edited"]);
        var byNew = await Ledger.DoneAsync(All($"new-{slug}")["headline_changed"]);
        var byId = await Ledger.DoneAsync(All(moved.StoryId.ToString())["article_revised"]);

        Assert.All(
            [byOld, byNew, byId], done => Assert.Equal((moved.StoryId, $"new-{slug}"), (done.StoryId, done.Slug)));
    }

    [Fact]
    public async Task A_slug_that_another_story_once_had_stays_taken()
    {
        var slug = await PublishAsync("kept");
        await Ledger.DoneAsync(All(slug)["slug_changed"]);
        await PublishAsync("wants-it");

        var asked = new ChangeSlug(slug, null) { Story = "wants-it", Actor = TestLedger.Editor };

        Assert.Equal(new SlugTaken(slug), await Ledger.RefusedAsync<SlugTaken>(asked));
    }

    private TestLedger Ledger => shared.Ledger;

    private async Task<string> PublishAsync(string name)
    {
        var slug = name.Replace('_', '-');
        await Ledger.DoneAsync(Given.Publish(slug));
        return slug;
    }
}
