namespace Ledger.Domain.Imports;

/// <summary>One revision of an article in another system, as a revision set names it.</summary>
/// <param name="Source">The system it comes from.</param>
/// <param name="Article">The article's name there; one story per source and article.</param>
/// <param name="Revision">The revision's number there, 1 or more, rising.</param>
/// <param name="At">When it was made there; becomes the claimed time.</param>
/// <param name="Text">The whole body, kept to the byte.</param>
public sealed record SourceRevision(
    string Source, string Article, int Revision, DateTimeOffset At, string? Author, string? Comment,
    string? Title, string Text, string? Summary, string? Byline);
