namespace Ledger.Integrity;

/// <summary>Base64 (RFC 4648, section 4) as signed notes have it: padded, without blanks, in one way only.</summary>
internal static class StrictBase64
{
    /// <summary>Reads into a buffer; false when it is no base64, or does not fit.</summary>
    public static bool TryRead(string text, Span<byte> to, out int length) =>
        Convert.TryFromBase64String(text, to, out length)
        && string.Equals(Convert.ToBase64String(to[..length]), text, StringComparison.Ordinal);

    /// <summary>The bytes, or null when it is no base64.</summary>
    public static byte[]? Read(string text)
    {
        var bytes = new byte[text.Length];
        return TryRead(text, bytes, out var length) ? bytes[..length] : null;
    }
}
