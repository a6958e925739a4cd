using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Memory;

/// <summary>How the bytes of a page are packed for the way.</summary>
internal enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

internal static class Codings
{
    /// <summary>The tightest one that the client takes.</summary>
    public static Coding Of(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding is not { Count: > 0 } header
            || !StringWithQualityHeaderValue.TryParseList(header, out var accepted))
            return Coding.Identity;

        return Takes("br") ? Coding.Brotli : Takes("gzip") ? Coding.Gzip : Coding.Identity;

        bool Takes(string name) => accepted.Any(value =>
            value.Quality != 0 && value.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As <c>Content-Encoding</c> has it; null where nothing is packed.</summary>
    public static string? Name(this Coding coding) => coding switch
    {
        Coding.Identity => null,
        Coding.Gzip => "gzip",
        Coding.Brotli => "br",
    };

    public static byte[] Pack(this Coding coding, byte[] bytes)
    {
        if (coding == Coding.Identity)
            return bytes;

        using var packed = new MemoryStream();
        using (Stream packer = coding == Coding.Brotli
            ? new BrotliStream(packed, CompressionLevel.Optimal)
            : new GZipStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
