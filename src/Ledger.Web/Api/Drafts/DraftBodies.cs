using Ledger.Application;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.Projections.Drafts;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;

namespace Ledger.Web.Api.Drafts;

/// <summary>What a command on a draft came to.</summary>
/// <param name="Id">The id of the draft, and of the correction when it is published.</param>
/// <param name="Version">The version of the draft, which is also its ETag.</param>
/// <param name="StoryVersion">The version of the story that the publication made; absent before.</param>
public sealed record DraftChangeBody(
    Guid Id, Guid Story, DraftStatus Status, long Version, long Position, bool Changed, long? StoryVersion,
    string? Reason);

/// <summary>A proposed correction.</summary>
/// <param name="Version">The version of the draft, which is also its ETag.</param>
/// <param name="DueAt">When its approval is due.</param>
/// <param name="LacksApproval">Whether it was published in an emergency and nobody has approved it since.</param>
/// <param name="Overdue">Whether its approval is late.</param>
/// <param name="Reason">Why it was rejected, discarded or returned.</param>
public sealed record DraftBody(
    Guid Id, Guid Story, string Slug, string Headline, DraftStatus Status, long Version, long BaseVersion,
    CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note, bool Apology, Cause? Cause,
    DateTimeOffset? PublishAt, IReadOnlyList<Person> Drafters, Person? ApprovedBy, int? PolicyVersion,
    DateTimeOffset? DueAt, bool LacksApproval, bool Overdue, string? Reason, DateTimeOffset BegunAt,
    DateTimeOffset ChangedAt)
{
    internal static DraftBody Of(DraftView view, DateTimeOffset now) => new(
        view.Id, view.State.StoryId, view.Slug, view.Headline, view.State.Status, view.Version, view.State.BaseVersion,
        view.Content.Class, view.Content.Claims, view.Content.Note, view.Content.Apology, view.Content.Cause,
        view.Content.PublishAt, view.State.Drafters, view.State.ApprovedBy,
        view.State.Severity is null ? null : view.State.PolicyVersion,
        view.State.DueAt, view.State.LacksApproval, view.IsOverdueAt(now), view.State.Reason, view.BegunAt,
        view.ChangedAt);
}

internal static class DraftAnswers
{
    /// <summary>A correction that was asked for, and of which a draft was made.</summary>
    public static IResult Accepted(Outcome.Drafted drafted, HttpContext context)
    {
        context.Response.Headers.ETag = Versions.ToETag(drafted.Version);
        if (drafted.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        return TypedResults.Accepted(AddressOf(drafted.DraftId), new DraftChangeBody(
            drafted.DraftId, drafted.StoryId, drafted.Status, drafted.Version, drafted.Position, true, null, null));
    }

    public static IResult ToResult(this StreamOutcome<DraftState> outcome, HttpContext context)
    {
        if (outcome is StreamOutcome<DraftState>.Refused { Refusal: var refusal })
            return Problem.Result(ProblemTypes.Of(refusal.Code), refusal.Message, ChangeAnswers.MembersOf(refusal));

        var done = (StreamOutcome<DraftState>.Done)outcome;
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        return TypedResults.Ok(new DraftChangeBody(
            done.Id, done.State.StoryId, done.State.Status, done.Version, done.Position, done.Changed,
            done.State.StoryVersion, done.State.Reason));
    }

    private static string AddressOf(Guid draft) => $"{ApiEndpoints.Root}/drafts/{draft}";
}
