using System.Security.Cryptography;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Signing;

/// <summary>A private key cannot be used; the message says which file, and what to do.</summary>
public sealed class KeyFileException(string message) : Exception(message);

/// <summary>A private key of Ed25519 in a file: PKCS#8 in PEM (RFC 8410), readable by its owner alone.</summary>
public static class KeyFile
{
    private const string Label = "PRIVATE KEY";
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = ~(Owner | UnixFileMode.UserExecute);

    // RFC 8410, section 7: version 0, the algorithm 1.3.101.112, and the seed in an octet string inside of another.
    private static ReadOnlySpan<byte> Prefix =>
        [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    /// <summary>Reads a key.</summary>
    /// <exception cref="KeyFileException">There is none, it is of another kind, or others may read it.</exception>
    public static IEd25519Key Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new KeyFileException($"There is no key file {path}.");

        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & Others) != 0)
            throw new KeyFileException(
                $"The key file {path} may be read by others than its owner; make it private with: chmod 600 {path}");

        var seed = Seed(path);
        try
        {
            return Ed25519.Key(seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Makes a new key, if the file is not there yet.</summary>
    /// <returns>Whether it was made; else somebody has made it already.</returns>
    public static bool Create(string path)
    {
        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedLength);
        byte[] key = [.. Prefix, .. seed];
        var text = PemEncoding.WriteString(Label, key) + "\n";
        var part = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.new";
        try
        {
            WritePrivate(part, text);
            if (File.Exists(path))
                return false;

            File.Move(part, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(part);
            CryptographicOperations.ZeroMemory(seed);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;

        using var file = new FileStream(path, options);
        using var writer = new StreamWriter(file);
        writer.Write(text);
        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    private static byte[] Seed(string path)
    {
        try
        {
            var pem = File.ReadAllText(path);
            var fields = PemEncoding.Find(pem);
            var key = Convert.FromBase64String(pem[fields.Base64Data]);
            if (pem[fields.Label] == Label && key.AsSpan().StartsWith(Prefix)
                && key.Length == Prefix.Length + Ed25519.SeedLength)
                return key[Prefix.Length..];
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // It holds no PEM, as is said below.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException($"The key file {path} cannot be read: {e.Message.TrimEnd('.')}.");
        }

        throw new KeyFileException($"The file {path} holds no private key of Ed25519 in PEM (PKCS#8).");
    }
}
