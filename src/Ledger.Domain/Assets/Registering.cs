using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

internal static class Registering
{
    public static Decision<AssetEvent> Register(AssetCommand.Register c, Limits limits)
    {
        var asked = Of(c);
        var broken = FirstBroken(asked.Url, limits)
            ?? TextRules.Broken("caption", asked.Caption, limits.Field)
            ?? TextRules.Broken("credit", asked.Credit, limits.Field)
            ?? TextRules.Broken("alt", asked.Alt, limits.Field)
            ?? TextRules.Broken("source", asked.Source, limits.Field);
        return broken is null ? asked : broken;
    }

    public static AssetRegistered Of(AssetCommand.Register c) => new(
        c.Url, TextRules.Present(c.Words.Caption), TextRules.Present(c.Words.Credit), TextRules.Present(c.Words.Alt),
        TextRules.Present(c.Source));

    /// <summary>A picture that is known by its uses, with the words that most of them have, or the first.</summary>
    public static AssetRegistered OfUses(string url, IReadOnlyList<AssetWords> uses)
    {
        var words = uses.GroupBy(use => use).MaxBy(group => group.Count())!.Key;
        return new(url, words.Caption, words.Credit, words.Alt, null);
    }

    private static Refusal? FirstBroken(string url, Limits limits) =>
        TextRules.Required(url, new InvalidField("url", "must not be empty"))
        ?? TextRules.Broken("url", url, limits.Field)
        ?? (WebAddress.IsSafe(url)
            ? null
            : new InvalidField("url", "must start with 'https://', 'http://' or '/'"));
}
