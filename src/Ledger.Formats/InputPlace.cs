using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ledger.Formats;

/// <summary>Puts what is wrong with an input, and where, into words.</summary>
internal static class InputPlace
{
    /// <summary>The line and the column in bytes of an index, both 1 for the first.</summary>
    public static (long Line, long Column) Of(ReadOnlySpan<byte> utf8, int index)
    {
        var before = utf8[..index];
        return (before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>The index of the first byte that belongs to no character, or null when all do.</summary>
    public static int? FirstInvalidUtf8(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8))
            return null;

        var index = 0;
        while (Rune.DecodeFromUtf8(utf8[index..], out _, out var length) == OperationStatus.Done)
            index += length;

        return index;
    }

    /// <summary>The parser's complaint as a sentence of ours, without the place, which it counts from 0.</summary>
    public static string Problem(JsonException error, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            return "There is no JSON in it";

        if (error.Message.Contains("depth", StringComparison.Ordinal))
            return "The JSON is nested too deeply";

        var message = error.Message;
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (place < 0 ? message : message[..place]).TrimEnd('.');
        return $"This is not JSON ({reason.Replace(". ", "; ", StringComparison.Ordinal)})";
    }
}
