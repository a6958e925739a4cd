using Ledger.Application.People;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Problems;
using Ledger.Web.Security;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Stories;

/// <summary>Finds stories for readers, and says what of them is not for everybody.</summary>
internal static class Access
{
    public static async Task<StoryView> RequireAsync(
        this StoryQueries stories, string idOrSlug, CancellationToken cancellationToken) =>
        await stories.FindAsync(idOrSlug, cancellationToken) ?? throw NotFound();

    public static ProblemException NotFound() =>
        new(ProblemTypes.StoryNotFound, "There is no story of that id or slug.");

    /// <summary>Whether the words of the story, in any of its revisions, are kept from the caller.</summary>
    public static bool IsHiddenFrom(this StoryView story, HttpContext context) =>
        Withheld.IsFrom(context.User, story.Status);

    /// <summary>Whether the caller is shown who did what; the public is told what the newsroom did.</summary>
    public static bool MaySeeNames(this HttpContext context) =>
        context.User.ToActor()?.May(Permission.ReadLog) == true;
}
