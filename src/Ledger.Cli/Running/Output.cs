using System.Text;
using System.Text.Json;
using Ledger.Application;
using Microsoft.Win32.SafeHandles;

namespace Ledger.Cli.Running;

/// <summary>The standard output: UTF-8 without a byte order mark, and line feeds, everywhere.</summary>
internal static class Output
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly Lazy<Stream> Standard = new(Open);

    /// <summary>Whether a person looks at it.</summary>
    public static bool IsTerminal => !Console.IsOutputRedirected;

    /// <summary>Whether colours help and are not unwanted (no-color.org).</summary>
    public static bool TakesColours =>
        IsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static Task TextAsync(string text, CancellationToken cancellationToken) =>
        BytesAsync(Utf8.GetBytes(text), cancellationToken);

    public static Task LineAsync(string line, CancellationToken cancellationToken) =>
        TextAsync(line + "\n", cancellationToken);

    /// <summary>One value as one line of JSON, in the form that the log and the API use.</summary>
    public static Task JsonAsync<T>(T value, CancellationToken cancellationToken) =>
        TextAsync(JsonSerializer.Serialize(value, LedgerEvents.Json) + "\n", cancellationToken);

    /// <exception cref="BrokenPipeException">Nobody reads any more.</exception>
    public static async Task BytesAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await Standard.Value.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException e)
        {
            throw new BrokenPipeException(e);
        }
    }

    // The console's own stream says nothing when its reader has gone, and a verb that follows the log would follow it
    // for nobody; but only that one keeps its place in a file which several programs write to.
    private static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();

        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }
}
