using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>Writes lines, some at a time.</summary>
/// <param name="write">Takes what has been written; the bytes are good until it returns.</param>
internal sealed class BundleLines(Func<ReadOnlyMemory<byte>, CancellationToken, Task> write) : IDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream buffer = new();

    /// <summary>How many lines were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a line.</summary>
    /// <returns>What was written.</returns>
    public async Task<JsonElement> WriteAsync(Action<Utf8JsonWriter> line, CancellationToken cancellationToken)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Options))
            line(json);

        var bytes = written.ToArray();
        await WriteAsync(bytes, cancellationToken);
        return BundleLine.Read(bytes);
    }

    public async Task WriteAsync(byte[] line, CancellationToken cancellationToken)
    {
        buffer.Write(line);
        buffer.WriteByte((byte)'\n');
        Count++;
        if (buffer.Length >= FlushAt)
            await FlushAsync(cancellationToken);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await write(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
        buffer.SetLength(0);
    }

    public void Dispose() => buffer.Dispose();
}
