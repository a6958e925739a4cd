using Ledger.Domain.Imports;

namespace Ledger.Formats;

/// <summary>A revision set: JSON Lines, one revision of one article a line, ordered by source, article, revision.</summary>
public static class RevisionSet
{
    /// <summary>Reads a set line by line, with memory for one line at a time. Gzip is recognised by its first bytes.</summary>
    /// <exception cref="InputFormatException">A line is not a revision; the exception says which and where in it.</exception>
    public static IAsyncEnumerable<SourceRevision> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{stream} {cancellationToken}");
}
