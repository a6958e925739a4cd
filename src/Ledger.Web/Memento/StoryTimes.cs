using Ledger.Formats.Mementos;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Proofs;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;

namespace Ledger.Web.Memento;

/// <summary>The past of a story on the web, by RFC 7089 and RFC 5829: what was when, and what links it.</summary>
/// <remarks>
/// A revision has the time at which it is said to have gone out, as in <c>ledger show --at</c>; for imported stories
/// that is the time of the source. The protocol knows no time shorter than a second: of several revisions in one
/// second, that second is the time of the last.
/// </remarks>
public sealed class StoryTimes(RevisionQueries revisions, SiteAddress site)
{
    public const string AcceptDatetime = "Accept-Datetime";

    public string AddressOf(StoryView story) => site.OfStory(Withheld.NameOf(story));

    public string TimeMapOf(StoryView story) => site.Of($"/timemap/{Uri.EscapeDataString(Withheld.NameOf(story))}");

    public string TimeGateOf(StoryView story) => site.Of($"/timegate/{Uri.EscapeDataString(Withheld.NameOf(story))}");

    public Formats.Mementos.Memento MementoOf(StoryView story, RevisionSummary revision) =>
        new(AddressOf(story, revision.Revision), revision.OccurredAt);

    /// <summary>The number of the revision that a story had at the end of a second; its first before that.</summary>
    public async Task<int> FindAsync(StoryView story, DateTimeOffset second, CancellationToken cancellationToken) =>
        await revisions.FindAtAsync(story.Id, second.AddTicks(TimeSpan.TicksPerSecond - 1), cancellationToken)
            is { } found ? found.Summary.Revision : 1;

    /// <summary>Describes a story's own page, which is a TimeGate, too.</summary>
    public void DescribeStory(HttpContext context, StoryView story)
    {
        context.Response.Headers.Vary = AcceptDatetime;
        context.Response.Headers.Link = string.Join(", ",
        [
            WebLink.Write(AddressOf(story), "original timegate"),
            WebLink.Write(TimeGateOf(story), "timegate"),
            TimeMapLink(story),
            WebLink.Write(HistoryOf(story), "version-history"),
            WebLink.Write(AddressOf(story, story.Revision), "latest-version"),
            .. story.Revision > 1
                ? [WebLink.Write(AddressOf(story, story.Revision - 1), "predecessor-version")]
                : Array.Empty<string>(),
        ]);
    }

    /// <summary>Describes the page of a revision.</summary>
    public async Task DescribeRevisionAsync(HttpContext context, StoryView story, RevisionSummary revision)
    {
        var (number, last) = (revision.Revision, story.Revision);
        var around = await revisions.ListAsync(
            story.Id, number == int.MaxValue ? null : number + 2, 3, context.RequestAborted);
        var (before, after) = (Around(-1), Around(1));
        var headers = context.Response.Headers;
        headers["Memento-Datetime"] = WebLink.Time(revision.OccurredAt);
        headers["Ledger-Position"] = FormattableString.Invariant($"{revision.Position}");
        headers.Link = string.Join(", ",
        [
            WebLink.Write(AddressOf(story), "original"),
            WebLink.Write(AddressOf(story), "canonical"),
            WebLink.Write(TimeGateOf(story), "timegate"),
            TimeMapLink(story),
            .. Mementos(story, revision, before, after),
            WebLink.Write(HistoryOf(story), "version-history"),
            WebLink.Write(AddressOf(story), "latest-version"),
            .. before is null ? [] : new[] { WebLink.Write(AddressOf(story, number - 1), "predecessor-version") },
            .. after is null ? [] : new[] { WebLink.Write(AddressOf(story, number + 1), "successor-version") },
            ProofEndpoint.LinkTo(site, revision.Position),
        ]);

        // What has a successor never changes again, unless its words are withdrawn. The last is still to get one.
        if (number < last && !Withheld.Is(story.Status) && PageKey.IsForEverybody(context.Request))
            headers.CacheControl = "public, max-age=31536000, immutable";

        RevisionSummary? Around(int by) => around.FirstOrDefault(other => other.Revision == number + by);
    }

    /// <summary>
    /// Where to read a story as it was at the time that a request names, or as it is where it names none; null where
    /// it names one that cannot be read. The rest of the answer is written already.
    /// </summary>
    public async Task<string?> NegotiateAsync(HttpContext context, StoryView story)
    {
        var headers = context.Response.Headers;
        headers.Vary = AcceptDatetime;
        headers.CacheControl = "no-cache";
        headers.Link = string.Join(", ",
            WebLink.Write(AddressOf(story), "original"), TimeMapLink(story),
            WebLink.OfMemento(new(AddressOf(story, 1), story.PublishedAt), "first memento"),
            WebLink.OfMemento(new(AddressOf(story, story.Revision), story.UpdatedAt), "last memento"));
        var asked = context.Request.Headers[AcceptDatetime];
        if (asked.Count == 0)
            return AddressOf(story, story.Revision);

        return PageTimes.TryParse(asked, out var second)
            ? AddressOf(story, await FindAsync(story, second, context.RequestAborted))
            : null;
    }

    private IEnumerable<string> Mementos(
        StoryView story, RevisionSummary revision, RevisionSummary? before, RevisionSummary? after)
    {
        // One link for each memento, with all that it is.
        var links = new SortedDictionary<int, (DateTimeOffset At, List<string> Rels)>();
        Add(1, story.PublishedAt, "first");
        Add(revision.Revision - 1, before?.OccurredAt, "prev");
        Add(revision.Revision, revision.OccurredAt, null);
        Add(revision.Revision + 1, after?.OccurredAt, "next");
        Add(story.Revision, story.UpdatedAt, "last");
        return links.Select(link => WebLink.OfMemento(
            new(AddressOf(story, link.Key), link.Value.At), string.Join(' ', [.. link.Value.Rels, "memento"])));

        void Add(int number, DateTimeOffset? at, string? rel)
        {
            if (at is not { } time)
                return;

            if (!links.TryGetValue(number, out var link))
                links[number] = link = (time, []);

            if (rel is not null)
                link.Rels.Add(rel);
        }
    }

    private string TimeMapLink(StoryView story) => WebLink.OfTimeMap(
        TimeMapOf(story), "timemap", story.PublishedAt, story.UpdatedAt);

    private string HistoryOf(StoryView story) => AddressOf(story) + "/history";

    private string AddressOf(StoryView story, int revision) =>
        FormattableString.Invariant($"{AddressOf(story)}/revisions/{revision}");
}
