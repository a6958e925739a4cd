using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>What editors and readers are told of a class of correction.</summary>
/// <param name="Label">What stands above the note: the class's name for readers, without euphemism.</param>
/// <param name="Name">What kind of error it is.</param>
/// <param name="Meaning">When to choose it.</param>
/// <param name="Wording">How such a note is usually worded.</param>
public sealed record ClassWords(string Label, string Name, string Meaning, string Wording)
{
    public static ClassWords Of(CorrectionClass @class)
    {
        var words = InEnglish(@class);
        return words with { Label = Phrase.Of(words.Label), Name = Phrase.Of(words.Name) };
    }

    /// <summary>What it is called where no house has a say, and how the desk is told of it.</summary>
    private static ClassWords InEnglish(CorrectionClass @class) => @class switch
    {
        CorrectionClass.FactualError => new("Correction", "Wrong fact", "A figure, date, place or event was wrong.",
            "An earlier version of this article misstated … It was X, not Y."),
        CorrectionClass.Misattribution => new("Correction", "Wrong source",
            "A quote, act or idea was credited to the wrong person or source.",
            "… was said by A, not B, as an earlier version stated."),
        CorrectionClass.Misquote => new("Correction", "Misquotation", "The wording of a quotation was wrong.",
            "An earlier version misquoted A. She said “…”."),
        CorrectionClass.Misidentification => new("Correction", "Misidentification",
            "The wrong person or organisation was named or pictured.", "An earlier version misidentified …"),
        CorrectionClass.MisspellingName => new("Correction", "Misspelled name", "A proper name was spelled wrongly.",
            "An earlier version misspelled the surname of …"),
        CorrectionClass.ImageCaption => new("Correction", "Picture or caption",
            "A picture, its caption, its credit or a graphic was wrong.", "A picture caption incorrectly said …"),
        CorrectionClass.AttributionCredit => new("Correction", "Byline or credit",
            "A byline, contributor or agency credit was wrong or missing.",
            "An earlier version omitted the byline of …"),
        CorrectionClass.Headline => new("Correction", "Headline",
            "The headline or standfirst was not borne out by the text.",
            "The headline of this article was amended because …"),
        CorrectionClass.OmissionContext => new("Correction", "Omission", "A material fact or a response was missing.",
            "This article was amended to include …, which an earlier version omitted."),
        CorrectionClass.Clarification => new("Clarification", "Clarification",
            "True, but ambiguous or misleading. Never a kinder word for an error.",
            "This article was amended to make clear that …"),
        CorrectionClass.EditorsNote => new("Editors’ note", "Editors’ note",
            "A serious concern about sourcing or ethics. It may stand without a change of words.",
            "After publication we learned that …"),
    };

    /// <summary>The class's code, as addresses and the API have it: <c>factual-error</c>.</summary>
    public static string Code(CorrectionClass @class) => JsonNamingPolicy.KebabCaseLower.ConvertName(@class.ToString());

    /// <summary>The class of a code, or null when there is none.</summary>
    public static CorrectionClass? Parse(string? code) =>
        Enum.GetValues<CorrectionClass>().Cast<CorrectionClass?>().FirstOrDefault(c => Code(c!.Value) == code);

    /// <summary>Whether a note of this gravity stands above the text and not below it.</summary>
    public static bool StandsAbove(Severity severity) => severity is Severity.Serious or Severity.Legal;
}
