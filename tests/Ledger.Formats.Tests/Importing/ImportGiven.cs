using System.Text;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats.Importing;

namespace Ledger.Formats.Tests.Importing;

/// <summary>Files of other systems, and what is read from them.</summary>
internal static class ImportGiven
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static Task<List<SourceRevision>> ReadAsync(string format, string file) =>
        ReadAsync(format, Encoding.UTF8.GetBytes(file));

    public static async Task<List<SourceRevision>> ReadAsync(string format, byte[] file)
    {
        using var stream = new MemoryStream(file);
        var token = TestContext.Current.CancellationToken;
        return await ImportFormat.ReadAsync(format, stream, Now, token).ToListAsync(token);
    }

    /// <summary>The sentence with which a file is refused.</summary>
    public static async Task<string> RefusedAsync(string format, string file) =>
        (await Assert.ThrowsAsync<InputFormatException>(() => ReadAsync(format, file))).Message;

    public static Block Paragraph(string text) => new() { Id = "", Type = BlockType.Paragraph, Text = text };
}
