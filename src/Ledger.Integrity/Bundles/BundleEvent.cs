using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Bundles;

/// <summary>An event in a bundle: its leaf, what is shown of its content, and that it is in the log.</summary>
/// <remarks>
/// The leaf is the same in bundles of every level. What is shown has its value and the salt of its commitment; of the
/// rest there is the commitment in the leaf and nothing else.
/// </remarks>
public sealed class BundleEvent
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string Kind = "event";

    private static readonly string[] Parts = ["context", "data", "headers"];

    private readonly JsonElement leaf;
    private readonly JsonElement shown;

    private BundleEvent(JsonElement leaf, JsonElement shown, IReadOnlyList<TreeHash> proof)
    {
        (this.leaf, this.shown, Proof) = (leaf, shown, proof);
        (Position, Version) = (leaf.Number("position"), leaf.Number("version"));
        (Stream, Type, RecordedAt) = (leaf.Text("stream"), leaf.Text("type"), leaf.Text("recordedAt"));
        LeafHash = MerkleTree.HashLeaf(BundleLine.Canonical(leaf));
    }

    public long Position { get; }

    public long Version { get; }

    public string Stream { get; }

    public string Type { get; }

    /// <summary>In UTC, as the leaf has it: RFC 3339 with microseconds.</summary>
    public string RecordedAt { get; }

    public TreeHash LeafHash { get; }

    /// <summary>Empty in a bundle of the whole log, whose leaves are all there.</summary>
    public IReadOnlyList<TreeHash> Proof { get; }

    /// <summary>Reads a line; nothing of it is verified yet.</summary>
    /// <param name="hasProof">Whether the bundle is of one story, so that each event has a proof of its own.</param>
    /// <exception cref="FormatException">The line is no event.</exception>
    public static BundleEvent Parse(JsonElement line, bool hasProof)
    {
        if (hasProof)
            line.Require("kind", "leaf", "shown", "proof");
        else
            line.Require("kind", "leaf", "shown");

        var leaf = line.Member("leaf").Require(
            "context", "data", "headers", "id", "position", "recordedAt", "stream", "type", "version");
        leaf.Text("id");
        var shown = line.Member("shown").Require(Parts);
        foreach (var part in Parts)
        {
            foreach (var member in Members(leaf.Member(part)))
                leaf.Member(part).Text(member.Name);

            foreach (var member in Members(shown.Member(part)))
                member.Value.Require("salt", "value").Text("salt");
        }

        return new(leaf, shown, hasProof ? [.. line.Texts("proof").Select(Hash)] : []);
    }

    /// <summary>What is shown and is not what the leaf commits to, such as <c>data.note</c>.</summary>
    public IEnumerable<string> FindUncommitted() =>
        from part in Parts
        from member in shown.Member(part).EnumerateObject()
        where !leaf.Member(part).TryGetProperty(member.Name, out var committed)
            || !IsCommitted(member.Value, committed.GetString()!)
        select $"{part}.{member.Name}";

    /// <summary>Whether the event has this member, of its data or headers, and the bundle does not show it.</summary>
    public bool Withholds(string part, string name) =>
        leaf.Member(part).TryGetProperty(name, out _) && !shown.Member(part).TryGetProperty(name, out _);

    /// <summary>The value of a member, or null where it is not shown.</summary>
    public JsonElement? Find(string part, string name) =>
        shown.Member(part).TryGetProperty(name, out var member) ? member.Member("value") : null;

    /// <summary>All that is shown of the data, as the object that it is a part of.</summary>
    public byte[] ShownData()
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            foreach (var member in shown.Member("data").EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                member.Value.Member("value").WriteTo(json);
            }

            json.WriteEndObject();
        }

        return to.ToArray();
    }

    private static bool IsCommitted(JsonElement member, string commitment) =>
        StrictBase64.Read(member.Text("salt")) is { Length: Commitments.SaltLength } salt
        && commitment == Convert.ToHexStringLower(
            SHA256.HashData([.. salt, .. BundleLine.Canonical(member.Member("value"))]));

    private static JsonElement.ObjectEnumerator Members(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object ? part.EnumerateObject() : throw BundleLine.Unlike();

    private static TreeHash Hash(string base64) =>
        TreeHash.TryParse(base64, out var hash) ? hash : throw BundleLine.Unlike();
}
