using System.Diagnostics;
using System.Globalization;
using Ledger.Application;
using Ledger.Application.People;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.Web.Api.Drafts;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;

namespace Ledger.Web.Api.Changes;

/// <summary>What a write came to.</summary>
/// <param name="Version">The version of the story, which is also its ETag.</param>
/// <param name="Position">The position of the story's last event in the log.</param>
/// <param name="Revision">The number of published states so far.</param>
/// <param name="Changed">False when all was so already and nothing was added.</param>
public sealed record ChangeBody(
    Guid Id, string Slug, long Version, long Position, int Revision, bool Changed, Guid? CorrectionId);

/// <summary>Who asks for a change of which version of which story.</summary>
internal sealed record Change(
    Actor Actor, string Story, long? ExpectedVersion, string? IdempotencyKey, string? CorrelationId)
{
    public static Change Of(HttpContext context, string story) =>
        new(context.GetActor(), story, Versions.FromIfMatch(context.Request), IdempotencyKeys.Of(context.Request),
            CorrelationOf(context));

    /// <summary>Joins the events of one request with its trace.</summary>
    public static string CorrelationOf(HttpContext context) =>
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}

internal static class ChangeAnswers
{
    /// <summary>What a write came to, with the address of what it made, or the rule that refused it.</summary>
    public static IResult ToResult(this Outcome outcome, HttpContext context, Func<ChangeBody, string> address)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
            return refusal.ToResult();

        if (outcome is Outcome.Drafted drafted)
            return DraftAnswers.Accepted(drafted, context);

        var done = (Outcome.Done)outcome;
        var body = new ChangeBody(
            done.StoryId, done.Slug, done.Version, done.Position, done.Revision, done.Changed, done.CorrectionId);
        context.Response.Headers.ETag = Versions.ToETag(done.Version);
        if (done.Repeated)
            context.Response.Headers[IdempotencyKeys.ReplayedHeader] = "true";

        return done.Changed ? TypedResults.Created(ApiEndpoints.Root + address(body), body) : TypedResults.Ok(body);
    }

    /// <summary>The rule that refused a request.</summary>
    public static IResult ToResult(this Refusal refusal) =>
        Problem.Result(ProblemTypes.Of(refusal.Code), refusal.Message, MembersOf(refusal));

    public static string StoryAddress(ChangeBody body) => $"/stories/{body.Id}";

    /// <summary>The address of the correction where one was issued, else that of the new revision.</summary>
    public static string RevisionAddress(ChangeBody body) => body.CorrectionId is { } correction
        ? $"/corrections/{correction}"
        : string.Create(CultureInfo.InvariantCulture, $"/stories/{body.Id}/revisions/{body.Revision}");

    public static (string, object?)[] MembersOf(Refusal refusal) => refusal switch
    {
        FieldRefusal field => [("field", field.Field)],
        NeedsSecondPerson change => [("flags", change.Flags)],
        WrongTextNotFound words => [("places", words.Elsewhere)],
        CorrectionNotApplied words => [("places", words.Places)],
        _ => [],
    };
}
