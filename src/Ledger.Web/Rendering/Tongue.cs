namespace Ledger.Web.Rendering;

/// <summary>How a story's language is written.</summary>
public static class Tongue
{
    private static readonly HashSet<string> RightToLeftLanguages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur",
        "yi",
    };

    private static readonly HashSet<string> RightToLeftScripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    };

    /// <summary><c>rtl</c> or <c>ltr</c>; a script that the tag names decides before the language does.</summary>
    public static string Direction(string language)
    {
        var parts = language.Split('-');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter));
        var rightToLeft = script is null
            ? RightToLeftLanguages.Contains(parts[0])
            : RightToLeftScripts.Contains(script);
        return rightToLeft ? "rtl" : "ltr";
    }
}
