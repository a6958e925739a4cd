using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Ledger.Domain.Imports;

namespace Ledger.Formats;

/// <summary>A revision set: JSON Lines, each a revision of an article, ordered by source, article, revision.</summary>
public static class RevisionSet
{
    /// <summary>The longest line that is read when nothing else is said, in bytes: 64 MiB.</summary>
    public const int LongestLine = 64 << 20;

    // Without it, .NET takes a gzip file that is cut off for one that ends there.
    static RevisionSet() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

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
        var source = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        await using var plain = await UnpackAsync(source, cancellationToken);
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

    private static async Task<Stream> UnpackAsync(PipeReader source, CancellationToken cancellationToken)
    {
        var first = await source.ReadAtLeastAsync(2, cancellationToken);
        var isGzip = StartsAsGzip(first.Buffer.FirstSpan);
        source.AdvanceTo(first.Buffer.Start);
        return isGzip ? new GZipStream(source.AsStream(), CompressionMode.Decompress) : source.AsStream();
    }

    private static bool StartsAsGzip(ReadOnlySpan<byte> first) => first is [0x1f, 0x8b, ..];
}
