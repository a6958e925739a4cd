using System.Text.Json;
using System.Text.Json.Nodes;
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
                var found = Find(row, words);
                places.AddRange(found);
                try
                {
                    var happened = catalogue.Read(row.Type, Left(row, words, found));
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

    private static List<ErasedPlace> Find(LeafRow row, IReadOnlyList<string> words)
    {
        if (!MerkleTree.HashLeaf(row.Bytes).ToArray().AsSpan().SequenceEqual(row.StoredHash))
            throw new LogIntegrityException(FormattableString.Invariant(
                $"The event at position {row.Position} is not what was signed; 'ledger verify' says more."));

        using var leaf = JsonDocument.Parse(row.Bytes);
        using var data = JsonDocument.Parse(row.Data);
        using var headers = JsonDocument.Parse(row.Headers);
        return
        [
            .. from part in new (string Name, JsonElement Members)[]
                   { ("data", data.RootElement), ("headers", headers.RootElement) }
               where part.Members.ValueKind == JsonValueKind.Object
               from member in part.Members.EnumerateObject()
               where !IsKept(row.Type, member.Name) && WordMask.Touches(member.Value, words)
               select new ErasedPlace(
                   row.Position, part.Name, member.Name,
                   leaf.RootElement.GetProperty(part.Name).GetProperty(member.Name).GetString()!,
                   CanonicalJson.DigestOf(WordMask.Apply(member.Value, words))),
        ];
    }

    // An order to erase is not altered by another. An address leads to its story for ever, and is not text.
    private static bool IsKept(string type, string member) => (type, member) switch
    {
        ("content_erased", _) or ("story_published", "slug") or ("slug_changed", "from" or "to") => true,
        _ => false,
    };

    private static byte[] Left(LeafRow row, IReadOnlyList<string> words, List<ErasedPlace> found)
    {
        var data = JsonNode.Parse(row.Data)!.AsObject();
        foreach (var place in found.Where(place => place.Part == "data"))
            data[place.Member] = WordMask.Apply(data[place.Member], words);

        return JsonSerializer.SerializeToUtf8Bytes(data);
    }
}
