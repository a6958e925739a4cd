using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity;
using Ledger.Integrity.Trees;

namespace Ledger.Hosting.Erasing;

/// <summary>Every place in which words stand, with what its event keeps of it; it alters nothing.</summary>
/// <param name="StoryVersion">The version of the story that was looked at.</param>
/// <param name="Places">In the order of the log.</param>
internal sealed record ErasurePlan(long StoryVersion, IReadOnlyList<ErasedPlace> Places)
{
    /// <summary>Looks through streams, and tries what would be left of them.</summary>
    /// <exception cref="LogIntegrityException">An event is not what its leaf commits to.</exception>
    /// <exception cref="ErasureRefusedException">What would be left could not be read.</exception>
    public static async Task<ErasurePlan> MakeAsync(
        MerkleLog log, EventCatalogue catalogue, Guid story, IEnumerable<Guid> related, IReadOnlyList<string> words,
        CancellationToken cancellationToken)
    {
        var (version, places) = (0L, new List<ErasedPlace>());
        foreach (var stream in related.Prepend(story))
        {
            var state = StoryState.Initial;
            await foreach (var row in log.ReadStreamLeavesAsync(stream, long.MaxValue, cancellationToken))
            {
                var left = Mask(row, words, places);
                try
                {
                    var happened = catalogue.Read(row.Type, left);
                    if (stream == story)
                        (state, version) = (state.Evolve((StoryEvent)happened), row.Version);
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
                {
                    throw new ErasureRefusedException("erasure-breaks-an-event", FormattableString.Invariant(
                        $"The event at position {row.Position} needs some of the words to be read at all: a kind, ")
                        + "an id or a language. Name longer words.");
                }
            }
        }

        return new(version, [.. places.OrderBy(place => place.Position)]);
    }

    // Gives the data as it would be, and notes the places of the row.
    private static byte[] Mask(LeafRow row, IReadOnlyList<string> words, List<ErasedPlace> places)
    {
        if (!MerkleTree.HashLeaf(row.Bytes).ToArray().AsSpan().SequenceEqual(row.StoredHash))
            throw new LogIntegrityException(FormattableString.Invariant(
                $"The event at position {row.Position} is not what was signed; 'ledger verify' says more."));

        using var leaf = JsonDocument.Parse(row.Bytes);
        using var data = JsonDocument.Parse(row.Data);
        using var headers = JsonDocument.Parse(row.Headers);
        foreach (var (part, value) in new[] { ("data", data.RootElement), ("headers", headers.RootElement) })
        {
            if (value.ValueKind != JsonValueKind.Object)
                continue;

            foreach (var member in value.EnumerateObject())
            {
                // An erasure that is recorded is not altered by another.
                if (row.Type != "content_erased" && WordMask.Touches(member.Value, words))
                    places.Add(new(
                        row.Position, part, member.Name,
                        leaf.RootElement.GetProperty(part).GetProperty(member.Name).GetString()!,
                        CanonicalJson.DigestOf(WordMask.Apply(member.Value, words))));
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(
            row.Type == "content_erased" ? data.RootElement : WordMask.Apply(data.RootElement, words));
    }
}
