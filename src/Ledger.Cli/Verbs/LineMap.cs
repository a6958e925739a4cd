using System.Text.Json;
using Ledger.Application;
using Ledger.Application.Import;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

/// <summary>The file that says of each line of a set where the ledger has it: JSON Lines.</summary>
internal sealed class LineMap : IAsyncDisposable
{
    private readonly FileStream file;

    private LineMap(FileStream file) => this.file = file;

    /// <returns>Null when no file is named.</returns>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static LineMap? Create(string? name)
    {
        try
        {
            return name is null ? null : new(new(name, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{name}' cannot be written: {e.Message.TrimEnd('.')}.");
        }
    }

    public async ValueTask AddAsync(ImportedLine line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(file, line, LedgerEvents.Json, cancellationToken);
        file.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
