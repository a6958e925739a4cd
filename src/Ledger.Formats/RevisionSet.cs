using System.Runtime.CompilerServices;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats;

/// <summary>A revision set: JSON Lines, each a revision of an article, ordered by source, article, revision.</summary>
public static class RevisionSet
{
    /// <summary>The longest line that is read when nothing else is said, in bytes: 64 MiB.</summary>
    public const int LongestLine = 64 << 20;

    /// <summary>Reads a set with memory for one line at a time. Gzip is recognised by its first bytes.</summary>
    /// <exception cref="InputFormatException">A line is not a revision; it says which, and where in it.</exception>
    public static IAsyncEnumerable<SourceRevision> ReadAsync(Stream stream, CancellationToken cancellationToken) =>
        ReadAsync(stream, LongestLine, cancellationToken);

    /// <inheritdoc cref="ReadAsync(Stream, CancellationToken)"/>
    /// <param name="stream">Stays open.</param>
    /// <param name="longestLine">The most bytes that a line may have, unpacked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SourceRevision> ReadAsync(
        Stream stream, int longestLine, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var plain = await PackedInput.UnpackAsync(stream, cancellationToken);
        var lines = new LineReader(plain, longestLine);
        SourceRevision? before = null;
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            var revision = RevisionJson.Read(line.Span, lines.Number);
            ExpectRising(before, revision, lines.Number);
            yield return before = revision;
        }
    }

    private static void ExpectRising(SourceRevision? before, SourceRevision now, long line)
    {
        if (before?.Source != now.Source || before.Article != now.Article || before.Revision < now.Revision)
            return;

        var problem = $"Revision {now.Revision} follows revision {before.Revision} of the same article";
        throw new InputFormatException(problem, line);
    }
}
