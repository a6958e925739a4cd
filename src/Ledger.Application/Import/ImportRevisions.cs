using Ledger.Application.People;
using Ledger.Domain;
using Ledger.Domain.Imports;
using MediatR;

namespace Ledger.Application.Import;

/// <summary>Takes histories of articles from other systems into the log, by the rules of every command.</summary>
/// <remarks>
/// It may be stopped at any moment and run again: what a line has added is recognised by the number of its revision
/// in the story's stream, and a second run adds nothing.
/// </remarks>
/// <param name="Revisions">The lines of the set; revisions of one article follow each other and rise.</param>
/// <param name="Language">The language of all its articles, which the set does not name.</param>
public sealed record ImportRevisions(IAsyncEnumerable<SourceRevision> Revisions, string Language)
    : IRequest<ImportOutcome>
{
    public required Actor Actor { get; init; }
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>Is told of each line, in the order of the set, once what it adds is in the log.</summary>
    public Func<ImportedLine, CancellationToken, ValueTask>? OnLine { get; init; }
}

/// <summary>Where a line of the set is found in the ledger.</summary>
/// <param name="LedgerRevision">
/// The published state that shows it; null when the line waits for its story to be reinstated, or its source took it
/// back before anything of it was imported.
/// </param>
public sealed record ImportedLine(string Source, string Article, int Revision, Guid Story, int? LedgerRevision);

/// <summary>How far an import has come.</summary>
public sealed record ImportProgress(long Lines, long Events);

/// <summary>What an import did.</summary>
public sealed record ImportSummary
{
    public long Lines { get; init; }
    public long Articles { get; init; }
    public long Events { get; init; }

    /// <summary>Stories that were not there before.</summary>
    public long NewStories { get; init; }

    /// <summary>Lines whose text is the one of the line before, and so no revision of the text.</summary>
    public long SameText { get; init; }

    /// <summary>Lines that an earlier run had taken in already.</summary>
    public long Known { get; init; }

    /// <summary>Other lines that added nothing, since the story was so already.</summary>
    public long Unchanged { get; init; }

    /// <summary>Lines left for a later run because their story is retracted or withdrawn.</summary>
    public long Waiting { get; init; }
}

/// <summary>What came of an import.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    public sealed record Done(ImportSummary Summary) : ImportOutcome;

    /// <summary>A rule said no to a line; what stands before it in the set may be in the log already.</summary>
    /// <param name="Line">The number of the line, 1 for the first; null when all of the import was refused.</param>
    public sealed record Refused(long? Line, Refusal Refusal) : ImportOutcome;
}
