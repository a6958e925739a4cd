namespace Ledger.Text.Substance;

/// <summary>The keys of one change, each held once: most words of a text stand there several times.</summary>
/// <param name="characters">The length of all its texts.</param>
internal sealed class KeyPool(int characters)
{
    // A word is about six characters long and stands, on both sides together, three times.
    private const int CharactersPerKey = 18;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keys =
        new HashSet<string>(characters / CharactersPerKey, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> key)
    {
        if (keys.TryGetValue(key, out var known))
            return known;

        keys.Add(key);
        keys.TryGetValue(key, out known);
        return known!;
    }
}
