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
        var folder = For(home);
        Directory.CreateDirectory(folder, Private);
        if (new DirectoryInfo(folder).LinkTarget is not null)
            throw NotOurs(folder);

        if (home.RunAs is { } user)
            await user.TakeOverAsync(folder, cancellationToken);

        EnsurePrivate(folder);
        DeleteLeftovers(folder);
        return folder;
    }

    /// <summary>Leaves nothing of a cluster that was stopped outside of its home.</summary>
    public static void Remove(ClusterHome home)
    {
        var folder = For(home);
        if (folder != InHome(home) && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static string For(ClusterHome home)
    {
        if (Fits(InHome(home)))
            return InHome(home);

        // Only root may write to /run, and nobody else can be there first.
        var parent = Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run" : "/tmp";
        return Path.Combine(parent, $"ledger-{ClusterHome.ShortHash(home.Folder)}");
    }

    private static string InHome(ClusterHome home) => Path.Combine(home.Folder, "socket");

    // Npgsql takes a comma for the end of one host's name.
    private static bool Fits(string folder) => !folder.Contains(',', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(Path.Combine(folder, FileName)) <= LongestName;

    // Somebody else may have made it before us in a folder that is open to all; theirs we cannot make private.
    [UnsupportedOSPlatform("windows")]
    private static void EnsurePrivate(string folder)
    {
        try
        {
            File.SetUnixFileMode(folder, Private);
        }
        catch (UnauthorizedAccessException)
        {
            throw NotOurs(folder);
        }
    }

    private static EmbeddedPostgresException NotOurs(string folder) =>
        new($"{folder} belongs to somebody else and cannot hold the database's socket: remove it.");

    // The caller knows that no server of this cluster runs, and the folder is ours alone.
    private static void DeleteLeftovers(string folder)
    {
        File.Delete(Path.Combine(folder, FileName));
        File.Delete(Path.Combine(folder, FileName + ".lock"));
    }
}
