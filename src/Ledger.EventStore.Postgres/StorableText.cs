using System.Text;

namespace Ledger.EventStore.Postgres;

/// <summary>Refuses text that PostgreSQL cannot hold, or that would not come back as it was.</summary>
internal static class StorableText
{
    /// <exception cref="ArgumentException">The text has a NUL or half of a surrogate pair.</exception>
    public static string? Check(string? text, string what)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (text[i] == '\0')
                throw Nul(what);

            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                throw HalfPair(what);
        }

        return text;
    }

    /// <exception cref="ArgumentException">A text in the data has a NUL or half of a surrogate pair.</exception>
    public static byte[] CheckJson(byte[] json, string what)
    {
        var rest = json.AsSpan();
        for (var at = rest.IndexOf((byte)'\\'); at >= 0; at = rest.IndexOf((byte)'\\'))
        {
            if (rest[at + 1] == 'u')
                CheckEscape(rest.Slice(at + 2, 4), what);

            rest = rest[(at + 2)..];
        }

        return json;
    }

    // The serializer writes \uFFFD where a surrogate has no partner; a replacement character that is there of itself
    // needs no escape and is written as it is.
    private static void CheckEscape(ReadOnlySpan<byte> hex, string what)
    {
        if (hex.SequenceEqual("0000"u8))
            throw Nul(what);

        if (Ascii.EqualsIgnoreCase(hex, "fffd"u8))
            throw HalfPair(what);
    }

    private static ArgumentException Nul(string what) => new($"The {what} contains a NUL, which cannot be stored.");

    private static ArgumentException HalfPair(string what) =>
        new($"The {what} contains half of a surrogate pair, which is not text.");
}
