using Ledger.Application.People;
using Ledger.Domain;

namespace Ledger.Application.Import;

/// <summary>What all lines of one import have in common.</summary>
/// <param name="StartedBy">Who runs it; each event names its source as its actor and this one as its cause.</param>
/// <param name="CorrelationId">Joins the events of one run.</param>
internal sealed record ImportRun(string Language, Actor StartedBy, string CorrelationId)
{
    private readonly HashSet<string> slugs = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the log had an article of the set before. Until then each is taken for new: to ask costs as much time as
    /// to append a short one, and an append that is mistaken fails by the key of its article.
    /// </summary>
    public bool HasMetKnown { get; set; }

    /// <summary>Sets a slug aside for one article, unless another of the run has it.</summary>
    public bool Claim(string slug)
    {
        lock (slugs)
            return slugs.Add(slug);
    }

    public bool IsClaimed(string slug)
    {
        lock (slugs)
            return slugs.Contains(slug);
    }
}

/// <summary>What came of one piece.</summary>
/// <param name="After">The article as the next piece of it finds it.</param>
internal sealed record PieceResult(
    ArticleState After, IReadOnlyList<LineResult> Lines, int Events, bool IsNewStory, bool StartsArticle);

/// <summary>What one line came to.</summary>
internal enum LineOutcome { Added, Known, Unchanged, Waiting }

/// <summary>One line with what it came to.</summary>
internal sealed record LineResult(ImportedLine Line, LineOutcome Outcome, bool SameText);

/// <summary>A rule refused a line. It ends the import; nothing of the line's piece was written.</summary>
internal sealed class LineRefusedException(long line, Refusal refusal) : Exception(refusal.Message)
{
    public long Line { get; } = line;
    public Refusal Refusal { get; } = refusal;
}
