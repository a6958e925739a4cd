using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Witnesses;

/// <summary>
/// The private keys of this newsroom as a witness: every file <c>*.pem</c> of a folder, apart from those of its own
/// log. Each makes a cosignature, so that a key is rotated by adding another.
/// </summary>
/// <param name="folder">Where the files are.</param>
/// <param name="name">The name of the witness.</param>
/// <param name="time">The time that cosignatures bear.</param>
public sealed class WitnessKeys(string folder, string name, TimeProvider time)
{
    private const string FirstKey = "witness.pem";

    /// <summary>The keys, read anew.</summary>
    /// <exception cref="KeyFileException">A file cannot be used.</exception>
    public IReadOnlyList<Cosigner> Read() =>
        [.. LogKeys.Read(folder, mayCreate: false).Select(key => new Cosigner(name, key, time))];

    /// <summary>Makes a key where there is none, and the folder with it.</summary>
    /// <exception cref="KeyFileException">The folder cannot be used.</exception>
    public IReadOnlyList<Cosigner> ReadOrCreate() =>
        [.. LogKeys.Read(folder, mayCreate: true, FirstKey).Select(key => new Cosigner(name, key, time))];
}
