using System.Text;

namespace Ledger.Domain.Stories;

/// <summary>Latin letters without their marks.</summary>
/// <remarks>A table of our own: without culture data .NET does not take letters apart.</remarks>
internal static class LatinLetters
{
    private static readonly Dictionary<int, string> Plain = new (string Letter, string Marked)[]
    {
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ"), ("ae", "æǽǣ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"), ("d", "ďđðḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịİ"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"),
        ("n", "ñńņňŉǹṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợ"), ("oe", "œ"), ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩſ"), ("ss", "ßẞ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    }.SelectMany(pair => pair.Marked.EnumerateRunes().Select(rune => (rune.Value, pair.Letter)))
        .ToDictionary(pair => pair.Value, pair => pair.Letter);

    /// <summary>The plain letters for a marked small one, nothing for a mark by itself, null for all else.</summary>
    public static string? Fold(Rune rune) =>
        rune.Value is >= 0x300 and <= 0x36F ? "" : Plain.GetValueOrDefault(rune.Value);
}
