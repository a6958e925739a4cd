namespace Ledger.Domain.Stories;

internal static class LanguageTag
{
    private const int MostCharacters = 35;

    /// <summary>Whether it has the form of a BCP 47 tag; whether such a language exists is not asked.</summary>
    public static bool IsPlausible(string? tag)
    {
        if (tag is null || tag.Length > MostCharacters)
            return false;

        var parts = tag.Split('-');
        var startsWell = parts[0].All(char.IsAsciiLetter) && parts[0].Length switch
        {
            1 => parts.Length > 1 && parts[0] is "x" or "i",
            >= 2 and <= 8 => true,
            _ => false,
        };
        return startsWell && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
