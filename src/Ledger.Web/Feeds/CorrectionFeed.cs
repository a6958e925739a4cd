using System.Text.Json;
using Ledger.Formats.Feeds;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Withholding;

namespace Ledger.Web.Feeds;

/// <summary>The corrections of the whole site as a feed: one entry for each.</summary>
/// <remarks>
/// What is counted are the states of corrections, in the order of the log: each was issued, and each may have been
/// amended or withdrawn since, which makes another state of the same entry. A full archive therefore never changes, and
/// a reader who has them all, and takes of each entry the state that was updated last, has everything. One thing
/// alone takes an entry away everywhere: that its story is withdrawn, whose words it quotes.
/// </remarks>
internal sealed class CorrectionFeed(CorrectionFeedQueries queries, SiteAddress site, WebSettings settings)
{
    private const string Page = "/corrections";

    /// <summary>The document that goes on: what no archive holds yet, and the archive before it.</summary>
    /// <param name="extension">Its own and its archives', such as <c>.atom</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Feed> GetAsync(string extension, CancellationToken cancellationToken)
    {
        var archives = await queries.CountAsync(cancellationToken) / settings.FeedArchive;
        var states = await queries.ListAsync(
            Math.Max(0, archives - 1) * settings.FeedArchive, long.MaxValue, cancellationToken);
        return ToFeed(states, site.Of(Page + extension)) with { PreviousArchive = Archive(archives, extension) };
    }

    /// <summary>An archive, 1 for the oldest; null while it is not full.</summary>
    public async Task<Feed?> FindArchiveAsync(int number, string extension, CancellationToken cancellationToken)
    {
        var states = await queries.ListAsync(
            (number - 1L) * settings.FeedArchive, settings.FeedArchive, cancellationToken);
        return states.Count < settings.FeedArchive ? null : ToFeed(states, Archive(number, extension)!) with
        {
            Current = site.Of(Page + extension),
            PreviousArchive = Archive(number - 1, extension),
        };
    }

    private string? Archive(long number, string extension) =>
        number > 0 ? site.Of(FormattableString.Invariant($"{Page}/archive/{number}{extension}")) : null;

    private Feed ToFeed(IReadOnlyList<CorrectionState> states, string self)
    {
        // Of a correction that changed more than once, the last of its states.
        var last = states.Reverse().DistinctBy(state => state.Correction.Id).ToLookup(IsGone);
        return new(
            $"tag:{site.Host},2026:corrections", $"{settings.Title}: corrections", settings.Title, self, site.Of(Page),
            states.Select(UpdatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            [.. last[false].Select(ToEntry)])
        {
            RecordedAt = states.Count == 0 ? null : states.Max(state => state.StoryRecordedAt),
            Deleted = [.. last[true].Select(state => new DeletedEntry(
                IdOf(state.Correction.Id), state.StoryRecordedAt,
                state.Status == StoryStatus.Removed
                    ? "The story was removed for legal reasons." : "The story was withdrawn."))],
        };
    }

    private FeedEntry ToEntry(CorrectionState state)
    {
        var correction = state.Correction;
        var words = ClassWords.Of(correction.Class);
        var story = site.OfStory(correction.StoryId);
        var label = correction.IsWithdrawn ? $"Withdrawn {words.Label.ToLowerInvariant()}" : words.Label;
        return new(
            IdOf(correction.Id), $"{label}: {correction.Headline}", correction.OccurredAt, UpdatedAt(state),
            correction.CurrentNote, FeedHtml.OfCorrection(correction, site), site.OfCorrection(correction.Id))
        {
            Language = state.Language,
            Related = story,
            InReplyTo = [new(IdOf(correction.StoryId), story)],
            Categories =
            [
                new(ClassWords.Code(correction.Class), site.Of(Page + "#class"), words.Name),
                new(JsonNamingPolicy.KebabCaseLower.ConvertName($"{correction.Severity}"), site.Of(Page + "#severity")),
                .. correction.Changes.Count == 0 ? Array.Empty<FeedCategory>()
                    : [new(correction.IsWithdrawn ? "withdrawn" : "amended", site.Of(Page + "#state"))],
            ],
        };
    }

    private static bool IsGone(CorrectionState state) => Withheld.Is(state.Status);

    private static DateTimeOffset UpdatedAt(CorrectionState state) => IsGone(state)
        ? state.StoryRecordedAt
        : state.Correction.Changes.Select(change => change.OccurredAt).Append(state.Correction.OccurredAt).Max();

    private static string IdOf(Guid id) => $"urn:uuid:{id}";
}
