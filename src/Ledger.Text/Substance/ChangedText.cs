namespace Ledger.Text.Substance;

/// <summary>What a text is to its article, as far as that decides what a change of it means.</summary>
public enum TextRole
{
    /// <summary>A paragraph, a list, a caption, a standfirst: words in which only some are facts.</summary>
    Prose,

    /// <summary>A heading, in which capitals say nothing.</summary>
    Heading,

    /// <summary>The headline: what it says is a fact as a whole.</summary>
    Headline,

    /// <summary>The words of somebody else.</summary>
    Quote,

    /// <summary>The name of who wrote, said, took or supplied something.</summary>
    Attribution,
}

/// <summary>One text on both sides; empty on the side where it is not there.</summary>
public sealed record ChangedText(string Before, string After, TextRole Role);

/// <summary>A change that may alter what an article says.</summary>
/// <param name="Text">The index of the text in which it is.</param>
/// <param name="Before">The words that were there; empty where something was added.</param>
/// <param name="After">The words that are there; empty where something was taken out.</param>
/// <param name="Reason">One sentence for the editor and the auditor.</param>
public sealed record TextFlag(FlagKind Kind, int Text, string Before, string After, string Reason);
