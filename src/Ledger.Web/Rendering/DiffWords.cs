using Ledger.Domain.Stories;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>What the parts of a comparison are called.</summary>
public static class DiffWords
{
    /// <summary>A longer row of unchanged blocks is folded up.</summary>
    public const int MostUnchanged = 2;

    /// <param name="name">As <see cref="FieldDiff"/> has it.</param>
    public static string Of(string name) => name switch
    {
        "type" => Phrase.Of("Kind"),
        "items" => Phrase.Of("Items"),
        "url" => Phrase.Of("Address of the picture"),
        "alt" => Phrase.Of("Description"),
        _ => Phrase.Of(string.Concat(name[..1].ToUpperInvariant(), name[1..])),
    };

    /// <summary>The fields of a block that a reader needs: of those that stayed as they were, only its words.</summary>
    public static IEnumerable<FieldDiff> Shown(BlockRow row) => row.Fields.Where(field =>
        field.IsChanged || field.Name is "text" or "items" or "caption" or "speaker");

    /// <summary>What a line is, where it is not simply the words of a block, and whether it moved.</summary>
    public static string Of(DiffLine line)
    {
        var name = line.Field is "text" or "items" ? "" : Of(line.Field);
        var moved = line.Change switch
        {
            LineChange.MovedAway => Phrase.Of("moved from here"),
            LineChange.MovedHere => Phrase.Of("Moved here").ToLowerInvariant(),
            _ => "",
        };
        return name.Length > 0 && moved.Length > 0 ? $"{name}, {moved}"
            : name.Length > 0 ? name
            : moved.Length > 0 ? string.Concat(moved[..1].ToUpperInvariant(), moved[1..]) : "";
    }

    /// <summary>Empty for what stayed the same.</summary>
    public static string Of(BlockRow row) => row.Change switch
    {
        BlockChange.Same => "",
        BlockChange.Changed => Phrase.Of("Changed"),
        BlockChange.Added => Phrase.Of("Added"),
        BlockChange.Removed => Phrase.Of("Removed"),
        BlockChange.Moved when row.Fields.Any(field => field.IsChanged) => Phrase.Of("Moved here and changed"),
        BlockChange.Moved => Phrase.Of("Moved here"),
    };
}
