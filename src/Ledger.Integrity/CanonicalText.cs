using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ledger.Integrity;

/// <summary>Text as RFC 8785, section 3.2.2.2, writes it: as few escapes as JSON allows.</summary>
internal static class CanonicalText
{
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    /// <summary>Whether raw bytes are ASCII without an escape.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> raw) => Ascii.IsValid(raw) && !raw.Contains((byte)'\\');

    /// <summary>Writes text, with its quotes, that stands in JSON between quotes as <paramref name="raw"/>.</summary>
    /// <exception cref="FormatException">It has half of a surrogate pair.</exception>
    public static void Write(ReadOnlySpan<byte> raw, IBufferWriter<byte> to)
    {
        to.Write("\""u8);

        // Without an escape, what was read as JSON is in its shortest form already.
        if (!raw.Contains((byte)'\\'))
            to.Write(raw);
        else
            WriteEscaped(Unescape(raw), to);

        to.Write("\""u8);
    }

    private static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        byte[] quoted = [(byte)'"', .. raw, (byte)'"'];
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        var text = new byte[raw.Length];
        try
        {
            return text[..reader.CopyString(text)];
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("The text has half of a surrogate pair.", e);
        }
    }

    private static void WriteEscaped(ReadOnlySpan<byte> text, IBufferWriter<byte> to)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            to.Write(text[..at]);
            WriteEscape(text[at], to);
            text = text[(at + 1)..];
        }

        to.Write(text);
    }

    private static void WriteEscape(byte c, IBufferWriter<byte> to)
    {
        var written = c switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\t' => "\\t"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\f' => "\\f"u8,
            (byte)'\r' => "\\r"u8,
            _ => default,
        };
        if (!written.IsEmpty)
            to.Write(written);
        else
            to.Write([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', Hex(c >> 4), Hex(c & 0xf)]);
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);
}
