using System.Text.Json;
using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Bundles;

/// <summary>The first line of a bundle: what it holds, and by what that is proved.</summary>
/// <param name="Level">How much is shown: <c>public</c>, <c>regulator</c> or <c>court</c>.</param>
/// <param name="Story">The story that the bundle is of; null where it is of the whole log.</param>
/// <param name="Origin">The origin of the log.</param>
/// <param name="Keys">The public keys of the log and its witnesses, as whoever made the bundle claims.</param>
/// <param name="Checkpoint">The signed note that everything is proved against.</param>
public sealed record BundleHeader(
    string Level, string? Story, string Origin, IReadOnlyList<VerifierKey> Keys, string Checkpoint)
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string Kind = "bundle";

    private const string OfStory = "story";
    private const string OfEverything = "everything";

    private static readonly string[] Levels = ["public", "regulator", "court"];

    /// <exception cref="FormatException">The line is no header.</exception>
    public static BundleHeader Parse(JsonElement line)
    {
        var scope = line.Text("scope");
        var header = scope switch
        {
            OfStory => line.Require("kind", "format", "level", "scope", "story", "origin", "keys", "checkpoint"),
            OfEverything => line.Require("kind", "format", "level", "scope", "origin", "keys", "checkpoint"),
            _ => throw BundleLine.Unlike(),
        };
        if (header.Text("kind") != Kind || header.Text("format") != BundleLine.Format
            || !Levels.Contains(header.Text("level")))
            throw BundleLine.Unlike();

        return new(
            header.Text("level"), scope == OfStory ? header.Text("story") : null, header.Text("origin"),
            [.. header.Texts("keys").Select(VerifierKey.Parse)], header.Text("checkpoint"));
    }

    public void Write(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("kind", Kind);
        to.WriteString("format", BundleLine.Format);
        to.WriteString("level", Level);
        to.WriteString("scope", Story is null ? OfEverything : OfStory);
        if (Story is not null)
            to.WriteString("story", Story);

        to.WriteString("origin", Origin);
        to.WriteStartArray("keys");
        foreach (var key in Keys)
            to.WriteStringValue(key.ToString());

        to.WriteEndArray();
        to.WriteString("checkpoint", Checkpoint);
        to.WriteEndObject();
    }
}
