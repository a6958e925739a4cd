using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Signing;

/// <summary>The private keys of the log: every file <c>*.pem</c> of a folder; each signs every checkpoint.</summary>
/// <remarks>
/// Rotation is by adding: a second file makes a second signature, until all who check know the new key, and the old
/// file can go.
/// </remarks>
/// <param name="folder">Where the files are.</param>
public sealed class LogKeys(string folder) : ILogKeys
{
    private const string FirstKey = "log.pem";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <inheritdoc/>
    /// <remarks>The files are read anew each time, so that a key can be added while the program runs.</remarks>
    /// <exception cref="LogKeysException">A file cannot be used.</exception>
    public IReadOnlyList<LogKey> Open(string origin, bool isNew)
    {
        try
        {
            return [.. Read(folder, isNew).Select(key => Named(origin, key))];
        }
        catch (KeyFileException e)
        {
            throw new LogKeysException(e.Message, e);
        }
    }

    /// <summary>Reads all keys, in the order of the names of their files.</summary>
    /// <param name="mayCreate">Whether to make one where there is none, and the folder with it.</param>
    /// <param name="first">The file of the one that is made.</param>
    /// <exception cref="KeyFileException">A file cannot be used.</exception>
    public static IReadOnlyList<IEd25519Key> Read(string folder, bool mayCreate, string first = FirstKey)
    {
        try
        {
            if (mayCreate)
                CreateFolder(folder);

            if (mayCreate && Files(folder).Length == 0)
                KeyFile.Create(Path.Combine(folder, first));

            return [.. Files(folder).Order(StringComparer.Ordinal).Select(KeyFile.Read)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"The folder of keys {folder} cannot be used: {e.Message.TrimEnd('.')}.");
        }
    }

    private static LogKey Named(string origin, IEd25519Key key)
    {
        var signer = new NoteSigner(origin, key);
        return new(signer, new NoteVerifier(signer.Key, new Ed25519()));
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Private);
    }

    private static string[] Files(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.pem") : [];
}
