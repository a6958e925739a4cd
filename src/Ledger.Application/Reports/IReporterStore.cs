namespace Ledger.Application.Reports;

/// <summary>How the desk can reach who reported an error.</summary>
public sealed record ReporterContact(string? Name, string? Email);

/// <summary>What is known of reporters. It is kept apart from the log, so that it can be forgotten.</summary>
public interface IReporterStore
{
    /// <summary>Keeps a contact, in place of one that is there.</summary>
    Task SaveAsync(Guid report, ReporterContact contact, CancellationToken cancellationToken);

    Task<ReporterContact?> FindAsync(Guid report, CancellationToken cancellationToken);

    /// <summary>Forgets a contact; nothing where there is none.</summary>
    Task EraseAsync(Guid report, CancellationToken cancellationToken);

    /// <summary>Counts one more under a key, and says how many there are in this window with it.</summary>
    /// <param name="key">What is counted, made unreadable by the caller.</param>
    /// <param name="windowStart">The beginning of the window; windows that began two days before are forgotten.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<int> CountAsync(string key, DateTimeOffset windowStart, CancellationToken cancellationToken);

    /// <summary>32 bytes that this site alone knows, the same for all its nodes.</summary>
    ValueTask<byte[]> GetSecretAsync(CancellationToken cancellationToken);
}
