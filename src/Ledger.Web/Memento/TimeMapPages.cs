using Ledger.Formats.Mementos;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Web.Memento;

/// <summary>The list of a story's revisions, in pages that are full but for the last.</summary>
internal sealed class TimeMapPages(RevisionQueries revisions, StoryTimes times, StoryView story, int size)
{
    public int Count => (story.Revision + size - 1) / size;

    public async Task<TimeMap> GetAsync(int page, CancellationToken cancellationToken)
    {
        var mementos = await ReadAsync(page, cancellationToken);
        List<TimeMapPage> others = [];
        foreach (var other in new[] { page - 1, page + 1 }.Where(other => other >= 1 && other <= Count))
        {
            var there = await ReadAsync(other, cancellationToken);
            others.Add(new(
                AddressOf(other), there.Min(memento => memento.At), there.Max(memento => memento.At)));
        }

        return new(times.AddressOf(story), times.TimeGateOf(story), AddressOf(page), mementos, others)
        {
            HasFirst = page == 1,
            HasLast = page == Count,
        };
    }

    private async Task<List<Formats.Mementos.Memento>> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var first = checked((page - 1) * size);
        var last = Math.Min(first + size, story.Revision);
        var found = await revisions.ListAsync(story.Id, last + 1, last - first, cancellationToken);
        return [.. found.Reverse().Select(revision => times.MementoOf(story, revision))];
    }

    private string AddressOf(int page) => page == 1
        ? times.TimeMapOf(story)
        : FormattableString.Invariant($"{times.TimeMapOf(story)}/{page}");
}
