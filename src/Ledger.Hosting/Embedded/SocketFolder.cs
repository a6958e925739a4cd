using System.Runtime.Versioning;
using System.Text;

namespace Ledger.Hosting.Embedded;

/// <summary>The folder for a cluster's socket: in its home, or somewhere shorter where that name is too long.</summary>
internal static class SocketFolder
{
    public const int Port = 5432;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The operating system's limit for the name of a socket.
    private const int LongestName = 107;

    private static string FileName => $".s.PGSQL.{Port}";

    [UnsupportedOSPlatform("windows")]
    public static async Task<string> PrepareAsync(ClusterHome home, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(home.Folder, "socket");
        if (!Fits(folder))
            folder = Path.Combine(Directory.Exists("/run") && Environment.IsPrivilegedProcess ? "/run" : "/tmp",
                $"ledger-{ClusterHome.ShortHash(home.Folder)}");

        Directory.CreateDirectory(folder, Private);
        if (home.RunAs is { } user)
            await user.TakeOverAsync(folder, cancellationToken);

        EnsurePrivate(folder);
        DeleteLeftovers(folder);
        return folder;
    }

    // Npgsql takes a comma for the end of one host's name.
    private static bool Fits(string folder) => !folder.Contains(',', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(Path.Combine(folder, FileName)) <= LongestName;

    // Somebody else may have made it before us in a folder that is open to all; theirs we could not have made private.
    [UnsupportedOSPlatform("windows")]
    private static void EnsurePrivate(string folder)
    {
        try
        {
            if (new DirectoryInfo(folder).LinkTarget is null)
            {
                File.SetUnixFileMode(folder, Private);
                return;
            }
        }
        catch (UnauthorizedAccessException)
        {
            // Not ours: refused below.
        }

        throw new EmbeddedPostgresException(
            $"{folder} belongs to somebody else and cannot hold the database's socket: remove it.");
    }

    // The caller knows that no server of this cluster runs, and the folder is ours alone.
    private static void DeleteLeftovers(string folder)
    {
        File.Delete(Path.Combine(folder, FileName));
        File.Delete(Path.Combine(folder, FileName + ".lock"));
    }
}
