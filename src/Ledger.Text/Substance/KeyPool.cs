namespace Ledger.Text.Substance;

/// <summary>The keys of one change, each held once: most words of a text stand there several times.</summary>
internal sealed class KeyPool
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keys =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Get(ReadOnlySpan<char> key)
    {
        if (keys.TryGetValue(key, out var known))
            return known;

        keys.Add(key);
        keys.TryGetValue(key, out known);
        return known!;
    }
}
