using System.Text.Json;

namespace Ledger.Integrity;

/// <summary>
/// The members of one event whose values were erased by law. Their commitments are kept, as the leaf has them, since
/// nobody can make them again; so the leaf, the tree and every proof stay what they were.
/// </summary>
public sealed class ErasedMembers
{
    private readonly Dictionary<string, string> commitments;

    private ErasedMembers(Dictionary<string, string> commitments) => this.commitments = commitments;

    /// <summary>Nothing of the event was erased.</summary>
    public static ErasedMembers None { get; } = new([]);

    /// <summary>Reads an object with the name of each, such as <c>data.article</c>, and its commitment.</summary>
    /// <param name="json">The object; null where nothing was erased.</param>
    public static ErasedMembers Parse(string? json) => json is null
        ? None
        : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>The commitment of a member in lower-case hexadecimal, or null where it was not erased.</summary>
    /// <param name="part">Where it is: <c>data</c> or <c>headers</c>.</param>
    public string? Find(string part, string member) =>
        commitments.Count == 0 ? null : commitments.GetValueOrDefault($"{part}.{member}");
}
