namespace Ledger.Text.Substance;

/// <summary>Says why a change was flagged.</summary>
internal static class Reasons
{
    private const int MostCharacters = 160;

    public static TextFlag Flag(FlagKind kind, int text, string before, string after) =>
        new(kind, text, Short(before), Short(after), Sentence(kind, before, after));

    // A flag points at words; it need not repeat a page of them.
    private static string Short(string words)
    {
        if (words.Length <= MostCharacters)
            return words;

        var end = char.IsHighSurrogate(words[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
        return words[..end] + "…";
    }

    private static string Sentence(FlagKind kind, string before, string after) =>
        $"{Subject(kind)} {(before, after) switch
        {
            ("", _) => "is new.",
            (_, "") => "is gone.",
            _ => "is not the same.",
        }}";

    private static string Subject(FlagKind kind) => kind switch
    {
        FlagKind.Number => "A number",
        FlagKind.Date => "A date or time",
        FlagKind.Name => "A name",
        FlagKind.Quotation => "What stands in quotation marks, or in a quote,",
        FlagKind.Negation => "A word that denies something",
        FlagKind.Unit => "A unit or currency",
        FlagKind.Headline => "The headline",
        FlagKind.Attribution => "Who wrote, said, took or supplied it",
        FlagKind.Passage => "A passage of several words",
        FlagKind.Picture => "The picture",
    };
}
