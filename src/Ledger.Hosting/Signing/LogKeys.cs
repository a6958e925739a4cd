using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Signing;

/// <summary>The private keys of the log: every file <c>*.pem</c> of a folder; each signs every checkpoint.</summary>
/// <remarks>
/// Rotation is by adding: a second file makes a second signature, until all who check know the new key, and the old
/// file can go.
/// </remarks>
public static class LogKeys
{
    private const string FirstKey = "log.pem";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Reads all keys, in the order of the names of their files, and makes one where there is none.</summary>
    /// <param name="folder">Made when it is missing.</param>
    /// <exception cref="KeyFileException">A file cannot be used.</exception>
    public static IReadOnlyList<IEd25519Key> Open(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, Private);

            if (Files(folder).Length == 0)
                KeyFile.Create(Path.Combine(folder, FirstKey));

            return [.. Files(folder).Order(StringComparer.Ordinal).Select(KeyFile.Read)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"The folder of keys {folder} cannot be used: {e.Message.TrimEnd('.')}.");
        }
    }

    private static string[] Files(string folder) => Directory.GetFiles(folder, "*.pem");
}
