using System.Runtime.CompilerServices;
using System.Text.Json;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats.Ninjs;

/// <summary>ninjs 1 to 3 texts: one, an array of them, or one after the other as JSON Lines.</summary>
public static class NinjsReader
{
    private const int Longest = 256 << 20;

    /// <summary>Reads all objects, the versions of each rising. Gzip is recognised by its first bytes.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="now">No object may be under embargo then.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InputFormatException">
    /// It is not JSON, an object lacks what names it, or is still under embargo.
    /// </exception>
    public static async IAsyncEnumerable<SourceRevision> ReadAsync(
        Stream stream, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var whole = await PackedInput.ReadWholeAsync(stream, Longest, cancellationToken);
        var items = Objects(whole.GetBuffer().AsSpan(0, (int)whole.Length))
            .Where(NinjsItem.IsPublicText)
            .Select(item => new NinjsItem(item).ToRevision(now));
        foreach (var revision in SourceArticle.InOrder(items))
            yield return revision;
    }

    private static List<JsonElement> Objects(ReadOnlySpan<byte> utf8)
    {
        var plain = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (InputPlace.FirstInvalidUtf8(plain) is { } index)
            throw new InputFormatException("The text is not UTF-8", InputPlace.Of(plain, index).Line);

        var objects = new List<JsonElement>();
        var reader = new Utf8JsonReader(plain, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                var value = JsonElement.ParseValue(ref reader);
                objects.AddRange(value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value]);
            }
        }
        catch (JsonException e)
        {
            throw new InputFormatException(InputPlace.Problem(e, plain), e.LineNumber + 1);
        }

        if (objects.Count == 0)
            throw new InputFormatException("There is no JSON in it");

        return objects.TrueForAll(item => item.ValueKind == JsonValueKind.Object)
            ? objects
            : throw new InputFormatException("A ninjs text must be an object");
    }
}
