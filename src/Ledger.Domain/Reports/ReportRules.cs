using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

/// <summary>What a report may say, and how much of it.</summary>
public static class ReportRules
{
    /// <summary>The most words of what is wrong.</summary>
    public const int MostWords = 300;

    /// <summary>The most characters of it, for scripts that do not part words.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>The most characters of the words in question.</summary>
    public const int MostQuoted = 2_000;

    /// <summary>The most characters of what stands around them, and of an address.</summary>
    public const int MostAround = 2_000;

    private const int MostOfBlockId = 64;

    /// <summary>How many words a text has: what is parted by white space.</summary>
    public static int WordsIn(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    internal static Refusal? FirstBroken(ReportCommand.Receive c) =>
        TextRules.Required(c.Text, new ReportTextRequired())
        ?? TextRules.Broken("text", c.Text, MostCharacters)
        ?? (WordsIn(c.Text) is var words && words > MostWords ? new TooManyWords("text", words, MostWords) : null)
        ?? (c.Quote is null ? null : FirstBroken(c.Quote))
        ?? TextRules.Broken("evidence", c.Evidence, MostAround)
        ?? (c.Evidence is null || WebAddress.IsElsewhere(c.Evidence)
            ? null
            : new InvalidField("evidence", "is not an address of the web, which begins with https:// or http://"));

    private static Refusal? FirstBroken(TextQuote quote) =>
        TextRules.Required(quote.Exact, new InvalidField("quote.exact", "must not be empty"))
        ?? TextRules.Broken("quote.exact", quote.Exact, MostQuoted)
        ?? TextRules.Broken("quote.prefix", quote.Prefix, MostAround)
        ?? TextRules.Broken("quote.suffix", quote.Suffix, MostAround)
        ?? TextRules.Broken("quote.block", quote.BlockId, MostOfBlockId);
}
