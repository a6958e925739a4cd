using Ledger.Application.Import;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.People;

/// <summary>An account that is limited to desks changes the stories of those, and of no other.</summary>
public sealed class DeskLimits(SharedLedger shared) : IClassFixture<SharedLedger>
{
    private static readonly Actor Sport = new("user:sven", "Sven Sport", [Role.Editor]) { Desks = ["sport"] };

    [Theory]
    [InlineData("Sport", true)]
    [InlineData(" sport ", true)]
    [InlineData("Town", false)]
    [InlineData("Sports", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_section_is_of_a_desk_whatever_its_letters(string? section, bool may)
    {
        Assert.Equal(may, Sport.MayEdit(section));
        Assert.True(TestLedger.Editor.MayEdit(section));
    }

    [Fact]
    public async Task A_story_of_the_desk_is_published_and_changed()
    {
        var slug = await PublishAsync("desk-own", "Sport", Sport);

        await shared.Ledger.DoneAsync(Headline(slug, Sport));
    }

    [Theory]
    [InlineData("Town")]
    [InlineData(null)]
    public async Task A_story_of_another_desk_is_not_published(string? section)
    {
        var refused = await shared.Ledger.RefusedAsync<OtherDesk>(
            new PublishStory(Of(section), null) { Actor = Sport });

        Assert.Equal("other-desk", refused.Code);
    }

    [Fact]
    public async Task No_request_changes_a_story_of_another_desk()
    {
        var slug = await PublishAsync("desk-other", "Town", TestLedger.Editor);
        foreach (var request in Changing.All(slug).Values)
            await shared.Ledger.RefusedAsync<OtherDesk>(request with { Actor = Sport });

        await shared.Ledger.RefusedAsync<OtherDesk>(new ReinstateArticle("x") { Story = slug, Actor = Sport });
    }

    [Fact]
    public async Task A_story_is_not_taken_over_to_another_desk()
    {
        var slug = await PublishAsync("desk-moved", "Sport", Sport);

        var refused = await shared.Ledger.RefusedAsync<OtherDesk>(
            new ReviseArticle(Of("Town"), RevisionKind.Update, "Moved") { Story = slug, Actor = Sport });

        Assert.Equal("Town", refused.Section);
        await shared.Ledger.DoneAsync(
            new ReviseArticle(Of("Town"), RevisionKind.Update, "Moved") { Story = slug, Actor = TestLedger.Editor });
        await shared.Ledger.RefusedAsync<OtherDesk>(Headline(slug, Sport));
    }

    [Fact]
    public async Task An_address_that_another_desk_has_is_taken_like_any_other()
    {
        await PublishAsync("desk-taken", "Town", TestLedger.Editor);

        await shared.Ledger.RefusedAsync<SlugTaken>(new PublishStory(Of("Sport"), "desk-taken") { Actor = Sport });
    }

    [Fact]
    public async Task A_set_of_any_sections_is_not_imported()
    {
        var outcome = await shared.Ledger.Send(
            new ImportRevisions(AsyncEnumerable.Empty<SourceRevision>(), "en") { Actor = Sport });

        Assert.IsType<OtherDesk>(Assert.IsType<ImportOutcome.Refused>(outcome).Refusal);
    }

    private static Article Of(string? section) => Given.Article with { Section = section };

    private static ChangeHeadline Headline(string slug, Actor actor) =>
        new($"Another headline of {slug}", null, null) { Story = slug, Actor = actor };

    private async Task<string> PublishAsync(string slug, string section, Actor actor)
    {
        await shared.Ledger.DoneAsync(new PublishStory(Of(section), slug) { Actor = actor });
        return slug;
    }
}
