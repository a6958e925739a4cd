using Ledger.Application.Policies;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Withholding;

/// <summary>How those are answered who ask for the words of a withdrawn or removed story.</summary>
internal sealed class WithheldAnswers(PolicyDesk policies)
{
    /// <summary>
    /// 451 where the law took the words away; where the house did, 410, unless its policy is to answer with 200.
    /// </summary>
    public async Task<int> StatusAsync(StoryView story, CancellationToken cancellationToken) =>
        story.Status == StoryStatus.Removed ? StatusCodes.Status451UnavailableForLegalReasons
        : (await policies.LoadAsync(cancellationToken)).State.Policy.WithdrawnIsGone ? StatusCodes.Status410Gone
        : StatusCodes.Status200OK;

    /// <summary>The problem that stands in place of the words, with the notice; null where there is none.</summary>
    public async Task<IResult?> ProblemAsync(HttpContext context, StoryView story)
    {
        var status = await StatusAsync(story, context.RequestAborted);
        AddHeaders(context.Response, story);
        return status == StatusCodes.Status200OK
            ? null
            : Problem.Result(ProblemTypes.Withheld(status), detail: null,
            [
                ("story", story.Id),
                ("version", story.Version),
                ("storyStatus", story.Status),
                ("notice", story.Notice),
                ("basis", story.Basis),
                ("blockedBy", story.BlockedBy),
                ("since", story.UpdatedAt),
            ]);
    }

    /// <summary>Nobody is to keep such an answer: the story may be published again, and is there at once.</summary>
    public static void AddHeaders(HttpResponse response, StoryView story)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
        if (story.BlockedBy is { } address)
            response.Headers.Append("Link", $"<{address}>; rel=\"blocked-by\"");
    }
}
