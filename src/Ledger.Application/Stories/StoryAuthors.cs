using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Stories;

/// <summary>Who wrote what a story says: an approver of its corrections is none of them.</summary>
internal static class StoryAuthors
{
    /// <summary>The ids of all who published or revised the story.</summary>
    public static async Task<IReadOnlyCollection<string>> FindAuthorsAsync(
        this IEventStore store, Guid story, CancellationToken cancellationToken)
    {
        var authors = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var recorded in store.ReadStreamAsync(story, StreamRange.All, cancellationToken))
        {
            if (recorded.Data is StoryPublished or ArticleRevised)
                authors.Add(recorded.Metadata.Actor);
        }

        return authors;
    }
}
