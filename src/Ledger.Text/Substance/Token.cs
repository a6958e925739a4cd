namespace Ledger.Text.Substance;

/// <summary>What a token is evidence of. A token may be several of these.</summary>
[Flags]
internal enum Fact { None = 0, Number = 1, Date = 2, Name = 4, Negation = 8, Unit = 16 }

/// <summary>A word, a number or a sign that means something, such as that of a currency.</summary>
/// <remarks>Everything else of a text, its blanks and its punctuation, is no token: it can change freely.</remarks>
/// <param name="Key">What two spellings of the same have in common: small letters, digits of ASCII.</param>
internal sealed record Token(string Key, int Start, int End)
{
    /// <summary>Whether it has digits, or is a word for a number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it is written as a time of day is, with a colon.</summary>
    public bool IsTimeLike { get; init; }

    /// <summary>Whether a sentence, a line or a quotation begins with it, so that a capital says nothing.</summary>
    public bool StartsSentence { get; set; }

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Whether it is all of capitals, two at least.</summary>
    public bool IsAcronym { get; init; }

    /// <summary>Whether its script knows no capitals.</summary>
    public bool IsCaseless { get; init; }

    /// <summary>Whether it is a word of letters.</summary>
    public bool IsWord { get; init; }

    /// <summary>Whether it stands between quotation marks.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>Whether only blanks part it from the token before.</summary>
    public bool FollowsDirectly { get; set; }

    /// <summary>The number of its sentence or line.</summary>
    public int Sentence { get; set; }

    public Fact Facts { get; set; }
}
