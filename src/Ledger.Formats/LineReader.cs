namespace Ledger.Formats;

/// <summary>Cuts a stream into lines, with room for the longest one met so far.</summary>
public sealed class LineReader(Stream stream, int longestLine)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>The number of the line read last, 1 for the first.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its line feed, good until the next call; null at the end.</summary>
    /// <exception cref="InputFormatException">The line is too long, or the packed stream is damaged.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        Number++;
        var scanned = 0;
        while (true)
        {
            var found = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(scanned + found, lineFeed: 1);

            scanned = end - start;
            if (scanned > longestLine)
                throw TooLong();

            if (!await FillAsync(cancellationToken))
                return scanned == 0 ? null : (ReadOnlyMemory<byte>?)Take(scanned, lineFeed: 0);
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int lineFeed)
    {
        if (length > longestLine)
            throw TooLong();

        var line = buffer.AsMemory(start, length);
        start += length + lineFeed;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, checked(buffer.Length * 2));

        try
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            end += read;
            return read > 0;
        }
        catch (InvalidDataException)
        {
            throw new InputFormatException("The gzip file is damaged or cut off", Number);
        }
    }

    private InputFormatException TooLong() =>
        new(FormattableString.Invariant($"A line has more than {longestLine} bytes"), Number);
}
