using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Application.Reports;

/// <summary>A form as it was handed out.</summary>
/// <param name="Receipt">The receipt that its report will have.</param>
public sealed record HandedOut(string Receipt, DateTimeOffset At);

/// <summary>Receipts of reports: who holds one may see what became of the report, and nobody can guess one.</summary>
/// <remarks>
/// A report's id is a hash of its receipt. So the log, which many may read, holds no receipt, and a form that is sent
/// twice is one report.
/// </remarks>
public sealed class Receipts(IReporterStore store)
{
    private const int Bytes = 16;
    private const int Characters = 2 * Bytes;

    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text has the form of a receipt.</summary>
    public static bool IsWellFormed(string text) => text.Length == Characters && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The id of the report with this receipt, as a UUID of version 8.</summary>
    public static Guid ToReport(string receipt)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"report {receipt}"))[..Bytes];
        id[6] = (byte)(0x80 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new(id, bigEndian: true);
    }

    /// <summary>The receipt of a request under its sender's key: the same each time it is sent.</summary>
    public async Task<string> ForKeyAsync(string key, string content, CancellationToken cancellationToken) =>
        (await HashAsync($"key\0{key}\0{content}", cancellationToken))[..Characters];

    /// <summary>A name for what may be counted but not known, such as an address of the network.</summary>
    public async Task<string> HideAsync(string what, CancellationToken cancellationToken) =>
        await HashAsync($"count\0{what}", cancellationToken);

    /// <summary>What a form carries, so that it need not be remembered when it was handed out.</summary>
    public async Task<string> SealAsync(Guid story, HandedOut form, CancellationToken cancellationToken)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{form.Receipt}.{form.At.ToUnixTimeSeconds()}");
        return $"{body}.{await HashAsync($"form\0{story}\0{body}", cancellationToken)}";
    }

    /// <summary>What a form carries, or null where it is not of this site or not about this story.</summary>
    public async Task<HandedOut?> OpenAsync(Guid story, string? carried, CancellationToken cancellationToken)
    {
        var parts = (carried ?? "").Split('.');
        if (parts.Length != 3 || !IsWellFormed(parts[0])
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;

        var form = new HandedOut(parts[0], DateTimeOffset.FromUnixTimeSeconds(seconds));
        var genuine = Encoding.UTF8.GetBytes(await SealAsync(story, form, cancellationToken));
        return CryptographicOperations.FixedTimeEquals(genuine, Encoding.UTF8.GetBytes(carried!)) ? form : null;
    }

    private async Task<string> HashAsync(string text, CancellationToken cancellationToken) => Convert.ToHexStringLower(
        HMACSHA256.HashData(await store.GetSecretAsync(cancellationToken), Encoding.UTF8.GetBytes(text)));
}
