using System.Security.Cryptography;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Signing;

/// <summary>How a process signs the log, as far as its surroundings say.</summary>
/// <param name="KeyFolder">Where the private keys are; null where this process never signs.</param>
/// <param name="Origin">The origin that the log must have; null takes the one that it has.</param>
/// <param name="Address">The address of the site, from which a log without an origin gets one.</param>
public sealed record SigningSettings(string? KeyFolder = null, string? Origin = null, Uri? Address = null)
{
    /// <summary>The settings as the publisher takes them.</summary>
    public LogSigning ToSigning() =>
        new(KeyFolder is null ? null : new LogKeys(KeyFolder), Origin, FirstOrigin());

    /// <summary>Looks whether the keys can be read, without making one.</summary>
    /// <exception cref="KeyFileException">A file is of another kind, or others may read it.</exception>
    public void RequireReadableKeys()
    {
        if (KeyFolder is not null)
            LogKeys.Read(KeyFolder, mayCreate: false);
    }

    // Where the tiles are served, without the scheme (C2SP tlog-tiles); else a name that no other log has.
    private string FirstOrigin() =>
        Address is { } address && VerifierKey.IsName(address.Authority)
            ? $"{address.Authority}/log"
            : $"ledger/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
}
