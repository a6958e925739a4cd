using System.IO.Compression;
using System.IO.Pipelines;

namespace Ledger.Formats.Importing;

/// <summary>A file that may be packed with gzip, which is recognised by its first bytes.</summary>
internal static class PackedInput
{
    // Without it, .NET takes a gzip file that is cut off for one that ends there.
    static PackedInput() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <returns>The file as it is when unpacked. To dispose of it leaves <paramref name="stream"/> open.</returns>
    public static async Task<Stream> UnpackAsync(Stream stream, CancellationToken cancellationToken)
    {
        var source = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var first = await source.ReadAtLeastAsync(2, cancellationToken);
        var isGzip = first.Buffer.FirstSpan is [0x1f, 0x8b, ..];
        source.AdvanceTo(first.Buffer.Start);
        return isGzip ? new GZipStream(source.AsStream(), CompressionMode.Decompress) : source.AsStream();
    }

    /// <summary>The whole of an unpacked file, to be read from its start.</summary>
    /// <exception cref="InputFormatException">It has more bytes than that, or is damaged.</exception>
    public static async Task<MemoryStream> ReadWholeAsync(
        Stream stream, int longest, CancellationToken cancellationToken)
    {
        await using var plain = await UnpackAsync(stream, cancellationToken);
        var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            while (await plain.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                if (whole.Length + read > longest)
                {
                    var problem = FormattableString.Invariant($"The file has more than {longest} bytes");
                    throw new InputFormatException(problem);
                }

                whole.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new InputFormatException("The gzip file is damaged or cut off");
        }

        whole.Position = 0;
        return whole;
    }
}
