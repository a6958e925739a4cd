using System.Globalization;
using Ledger.Formats;
using Ledger.Formats.Changes;

namespace Ledger.Cli.Running;

/// <summary>Files that a person names; <c>-</c> is the standard input.</summary>
internal static class Input
{
    /// <summary>The most bytes of a file that is read whole: 64 MiB.</summary>
    private const int Largest = 64 << 20;

    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    public static Stream Open(string file)
    {
        try
        {
            return file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{file}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = Directory.Exists(file) ? "it is a folder" : e.Message.TrimEnd('.');
            throw new UsageException($"The file '{file}' cannot be read: {why}.");
        }
    }

    /// <exception cref="UsageException">There is no such file, or it is too large.</exception>
    /// <exception cref="InputFormatException">It is no story.</exception>
    public static async Task<StoryFile> ReadStoryAsync(string file, CancellationToken cancellationToken) =>
        StoryJson.Read(await ReadAsync(file, cancellationToken));

    /// <exception cref="UsageException">There is no such file, or it is too large.</exception>
    /// <exception cref="InputFormatException">It is no policy.</exception>
    public static async Task<PolicyFile> ReadPolicyAsync(string file, CancellationToken cancellationToken) =>
        PolicyJson.Read(await ReadAsync(file, cancellationToken));

    /// <summary>The whole file.</summary>
    /// <exception cref="UsageException">There is no such file, or it is too large.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > Largest)
                throw new UsageException(string.Create(
                    CultureInfo.InvariantCulture, $"The file '{file}' has more than {Largest} bytes."));
        }

        return content.ToArray();
    }
}
