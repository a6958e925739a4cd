namespace Ledger.Domain.Stories;

/// <summary>What kind of error a correction puts right. Stored and shown in kebab case: <c>factual-error</c>.</summary>
public enum CorrectionClass
{
    FactualError, Misattribution, Misquote, Misidentification, MisspellingName, ImageCaption, AttributionCredit,
    Headline, OmissionContext, Clarification, EditorsNote,
}

/// <summary>How grave an error is, and with it how prominently its note is shown.</summary>
public enum Severity { Minor, MinorVisible, Clarifying, Substantive, Serious, Legal }

public static class CorrectionClasses
{
    /// <summary>The severity that a class has unless an editor says otherwise.</summary>
    public static Severity DefaultSeverity(this CorrectionClass @class) => @class switch
    {
        CorrectionClass.FactualError or CorrectionClass.Misattribution or CorrectionClass.Misquote
            or CorrectionClass.Misidentification or CorrectionClass.ImageCaption or CorrectionClass.Headline
            or CorrectionClass.OmissionContext => Severity.Substantive,
        CorrectionClass.MisspellingName or CorrectionClass.AttributionCredit => Severity.MinorVisible,
        CorrectionClass.Clarification => Severity.Clarifying,
        CorrectionClass.EditorsNote => Severity.Serious,
    };

    /// <summary>Whether a note of this class may stand alone, with no words of the article replaced.</summary>
    public static bool MayStandAlone(this CorrectionClass @class) => @class == CorrectionClass.EditorsNote;
}
