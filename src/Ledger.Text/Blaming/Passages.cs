using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ledger.Text.Blaming;

/// <summary>What has gone from a story, by its words, so that it is known again when it comes back.</summary>
/// <remarks>
/// Whole texts are remembered by their place, and wherever they come back when they are long enough to be told from a
/// chance; sentences likewise. Half of a SHA-256 stands for the words.
/// </remarks>
internal sealed class Passages
{
    /// <summary>The fewest UTF-16 code units by which words are known again elsewhere.</summary>
    public const int FewestToBeKnown = 20;

    private readonly ImmutableDictionary<UInt128, Passage> gone;

    private Passages(ImmutableDictionary<UInt128, Passage> gone) => this.gone = gone;

    /// <summary>Where words came from that have gone.</summary>
    /// <param name="Revision">The first revision without them.</param>
    public readonly record struct Passage(int Revision, BlameRun[] Runs);

    public static Passages None { get; } = new(ImmutableDictionary<UInt128, Passage>.Empty);

    public int Count => gone.Count;

    public Builder ToBuilder() => new(gone.ToBuilder());

    public sealed class Builder(ImmutableDictionary<UInt128, Passage>.Builder gone)
    {
        public Passage? FindAt(string place, string text) => Find(HashOf(place, text));

        public Passage? Find(ReadOnlySpan<char> words) =>
            words.Length < FewestToBeKnown || gone.Count == 0 ? null : Find(HashOf("", words));

        public void AddAt(string place, string text, Passage passage) => gone[HashOf(place, text)] = passage;

        public void Add(ReadOnlySpan<char> words, Passage passage)
        {
            if (words.Length >= FewestToBeKnown)
                gone[HashOf("", words)] = passage;
        }

        public void RemoveAt(string place, string text) => gone.Remove(HashOf(place, text));

        public void Remove(ReadOnlySpan<char> words)
        {
            if (words.Length >= FewestToBeKnown && gone.Count > 0)
                gone.Remove(HashOf("", words));
        }

        public Passages ToPassages() => new(gone.ToImmutable());

        private Passage? Find(UInt128 hash) => gone.TryGetValue(hash, out var passage) ? passage : null;
    }

    // No place is empty, so that words anywhere are never taken for words in a place.
    private static UInt128 HashOf(string place, ReadOnlySpan<char> words)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(place.AsSpan()));
        hash.AppendData([0, 0]);
        hash.AppendData(MemoryMarshal.AsBytes(words));
        hash.GetHashAndReset(whole);
        return MemoryMarshal.Read<UInt128>(whole);
    }
}
