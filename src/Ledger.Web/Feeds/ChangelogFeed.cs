using Ledger.Formats.Feeds;
using Ledger.Projections.Changelog;
using Ledger.Projections.Stories;
using Ledger.Web.Rendering;
using Ledger.Web.Withholding;

namespace Ledger.Web.Feeds;

/// <summary>Everything that happened to one story as a feed: one entry for each change.</summary>
/// <remarks>
/// Versions of a story have no gaps, so an archive is a stretch of them. Of a withdrawn or removed story only the
/// notice that holds is told, since all else can quote its words.
/// </remarks>
internal sealed class ChangelogFeed(ChangelogQueries changelog, SiteAddress site, WebSettings settings)
{
    public async Task<Feed> GetAsync(StoryView found, CancellationToken cancellationToken)
    {
        var story = Withheld.Is(found.Status) ? Withheld.Of(found) : found;
        var archives = story.Version / settings.FeedArchive;
        var inArchives = Math.Max(0, archives - 1) * settings.FeedArchive;
        var entries = await changelog.ListAsync(
            story.Id, before: null, checked((int)(story.Version - inArchives)), cancellationToken);
        var feed = ToFeed(story, entries, site.Of(AddressOf(Withheld.NameOf(story))));
        return feed with
        {
            Title = Withheld.Is(story.Status) ? feed.Title : $"{settings.Title}: changes of “{story.Article.Headline}”",
            RecordedAt = entries[0].RecordedAt,
            PreviousArchive = Archive(story, archives),
        };
    }

    /// <summary>An archive, 1 for the oldest; null while it is not full.</summary>
    public async Task<Feed?> FindArchiveAsync(StoryView story, int number, CancellationToken cancellationToken)
    {
        var last = (long)number * settings.FeedArchive;
        if (last > story.Version)
            return null;

        var entries = await changelog.ListAsync(story.Id, last + 1, settings.FeedArchive, cancellationToken);
        return ToFeed(story, entries, Archive(story, number)!) with
        {
            // By the id, so that a new address of the story makes no other archive.
            Current = site.Of(AddressOf($"{story.Id}")),
            PreviousArchive = Archive(story, number - 1),
        };
    }

    public static string AddressOf(string story) => $"/stories/{Uri.EscapeDataString(story)}/changelog.atom";

    private string? Archive(StoryView story, long number) => number > 0
        ? site.Of(FormattableString.Invariant($"/stories/{story.Id}/changelog/{number}.atom"))
        : null;

    private Feed ToFeed(StoryView story, IReadOnlyList<ChangelogEntry> entries, string self) => new(
        $"tag:{site.Host},2026:stories/{story.Id}/changelog", $"{settings.Title}: changes of a story",
        settings.Title, self, site.OfStory(story.Id) + "/history",
        entries.Select(entry => entry.OccurredAt).DefaultIfEmpty(story.UpdatedAt).Max(),
        [.. entries.Select(entry => ToEntry(story, entry))]);

    private FeedEntry ToEntry(StoryView story, ChangelogEntry whole)
    {
        var entry = Withheld.Is(story.Status) ? Withheld.Of(whole, story) : whole;
        var address = site.OfStory(story.Id);
        var words = ChangeWords.Of(entry);
        var version = FormattableString.Invariant($"{address}/revisions/{entry.Revision}");
        List<(string, string)> links = [(version, $"Version {entry.Revision}")];
        if (entry.Revision > 1)
            links.Add(($"{address}/compare/{entry.Revision - 1}...{entry.Revision}", "What changed"));

        return new(
            $"urn:uuid:{entry.EventId}", words.Title, entry.OccurredAt, entry.OccurredAt,
            entry.Facts.Note,
            FeedHtml.OfChange(entry.Facts.Note, FactWords.Of(entry), links),
            entry.Facts.CorrectionId is { } id ? site.OfCorrection(id) : version)
        {
            Related = address,
            InReplyTo =
            [
                new($"urn:uuid:{story.Id}", address),
                .. entry.Facts.CorrectionId is { } correction
                    ? [new($"urn:uuid:{correction}", site.OfCorrection(correction))]
                    : Array.Empty<InReplyTo>(),
            ],
            Categories =
            [
                new(entry.Type, site.Of("/corrections#change"), words.Title),
                .. entry.Facts.Class is { } @class
                    ? [new(ClassWords.Code(@class), site.Of("/corrections#class"), ClassWords.Of(@class).Name)]
                    : Array.Empty<FeedCategory>(),
            ],
        };
    }
}
