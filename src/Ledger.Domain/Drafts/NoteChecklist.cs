using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>What a public note has to say; in the order in which the checklist shows it.</summary>
public enum NoteCheck
{
    Present, SaysWhatWasWrong, SaysWhatIsRight, SaysWhere, StandsAlone, Apologises, SaysWhyLate, BlamesNobody,
}

/// <summary>What a program can see of it: the rest is for the reader of the note.</summary>
public enum CheckResult { Met, Missing, NotNeeded }

/// <summary>One line of the checklist.</summary>
public sealed record CheckedNote(NoteCheck Check, CheckResult Result);

/// <summary>Reads a note as far as words can be looked for in it.</summary>
public static class NoteChecklist
{
    private const int FewestWords = 6;

    // In English, as the desk's own words are; a note in another language is for a person to judge.
    private static readonly string[] OfError =
    [
        "misstat", "misspell", "misspelt", "misquot", "misidentif", "misattribut", "misreport", "incorrect", "wrong",
        "in error", "mistake", "overstat", "understat", "omitted", "failed to", "earlier version", "not ", "suggested",
        "should have",
    ];
    private static readonly string[] OfSorrow = ["apolog", "sorry", "regret"];
    private static readonly string[] OfDelay = ["delay", "late", "because", "only now", "came to light", "learned"];

    /// <param name="article">The story as it stands before the correction.</param>
    /// <param name="published">When the story was first published.</param>
    public static IReadOnlyList<CheckedNote> Check(
        DraftContent content, Article article, HousePolicy policy, DateTimeOffset published, DateTimeOffset now)
    {
        var needed = policy.SeverityOf(content.Class) != Severity.Minor;
        var note = content.Note;
        return
        [
            new(NoteCheck.Present, Of(!string.IsNullOrWhiteSpace(note), needed)),
            new(NoteCheck.SaysWhatWasWrong, Of(
                content.Claims.Any(claim => Has(note, claim.Wrong)) || OfError.Any(word => Has(note, word)),
                needed && content.Claims.Count > 0)),
            new(NoteCheck.SaysWhatIsRight, Of(
                content.Claims.All(claim => claim.Right.Length == 0 || Has(note, claim.Right)),
                needed && content.Claims.Any(claim => claim.Right.Length > 0))),
            new(NoteCheck.SaysWhere, Of(Fields(content).All(field => Has(note, field)), Fields(content).Any())),
            new(NoteCheck.StandsAlone, Of(
                note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords, needed)),
            new(NoteCheck.Apologises, Of(OfSorrow.Any(word => Has(note, word)), content.Apology)),
            new(NoteCheck.SaysWhyLate, Of(
                OfDelay.Any(word => Has(note, word)),
                needed && now - published > TimeSpan.FromDays(policy.LateAfterDays))),
            new(NoteCheck.BlamesNobody, Of(
                !article.Credits.Any(credit => Has(note, credit.Name) && !IsClaimed(content, credit.Name)),
                article.Credits.Count > 0)),
        ];
    }

    // What stands outside the text is named by its field.
    private static IEnumerable<string> Fields(DraftContent content) => content.Claims
        .Select(claim => claim.Field)
        .OfType<ArticleField>()
        .Where(field => field is ArticleField.Headline or ArticleField.Standfirst or ArticleField.Caption)
        .Select(field => field == ArticleField.Standfirst ? "summary" : field.ToString())
        .Distinct();

    private static bool IsClaimed(DraftContent content, string name) =>
        content.Claims.Any(claim => Has(claim.Right, name) || Has(claim.Wrong, name) || Has(name, claim.Right));

    private static bool Has(string text, string part) =>
        part.Length > 0 && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static CheckResult Of(bool met, bool needed) =>
        met && needed ? CheckResult.Met : needed ? CheckResult.Missing : CheckResult.NotNeeded;
}
