using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Hosting.Embedded;

/// <summary>Where the cluster of a folder lives, and as whom it runs.</summary>
/// <param name="Folder">Everything of the cluster is in here, and nobody else may enter.</param>
/// <param name="RunAs">The user to run as; null is the user of the program.</param>
/// <param name="Notice">What the person who started the program should know about it.</param>
internal sealed record ClusterHome(string Folder, Unprivileged? RunAs, string? Notice)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Elsewhere = "/var/lib/ledger";

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Made here first and then renamed, so that a half-made cluster is never taken for one.</summary>
    public string NewData => Path.Combine(Folder, "data.new");

    public string Log => Path.Combine(Folder, "server.log");

    public bool HasCluster => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>Makes <c>pg</c> in the folder, as a folder, or as a link to where PostgreSQL can reach it.</summary>
    [UnsupportedOSPlatform("windows")]
    public static async Task<ClusterHome> PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        // pg_ctl hands the name to a shell, between double quotes.
        if (folder.AsSpan().ContainsAny("\"$`\\\n"))
            throw new EmbeddedPostgresException(
                $"An embedded database cannot be in {folder}: its name has a quote, a dollar sign or a backslash.");

        var home = Path.Combine(folder, "pg");
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(home, Private);
            return new(Resolve(home), null, null);
        }

        var linked = new DirectoryInfo(home).LinkTarget is not null;
        if (!linked)
        {
            var inFolder = await OwnedAsync(home, cancellationToken);
            if (await inFolder.RunAs!.CanEnterAsync(home, cancellationToken))
                return inFolder;

            if (inFolder.HasCluster)
                throw new EmbeddedPostgresException(
                    $"User {inFolder.RunAs.Name}, as whom PostgreSQL has to run, cannot reach {home} any more.");

            Directory.Delete(home, recursive: true);
            Directory.CreateSymbolicLink(home, Path.Combine(Elsewhere, ShortHash(folder)));
        }

        var elsewhere = await OwnedAsync(new DirectoryInfo(home).LinkTarget!, cancellationToken);
        if (!await elsewhere.RunAs!.CanEnterAsync(elsewhere.Folder, cancellationToken))
            throw new EmbeddedPostgresException($"User {elsewhere.RunAs.Name}, as whom PostgreSQL has to run, "
                + $"reaches neither {folder} nor {Elsewhere}.");

        return elsewhere with
        {
            Notice = $"PostgreSQL runs as user {elsewhere.RunAs.Name}, who cannot reach {folder}; "
                + $"the cluster is in {elsewhere.Folder}.",
        };
    }

    /// <summary>A short name for a folder that stays the same.</summary>
    public static string ShortHash(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];

    [UnsupportedOSPlatform("windows")]
    private static async Task<ClusterHome> OwnedAsync(string home, CancellationToken cancellationToken)
    {
        // A cluster that an ordinary user has made stays theirs when root joins in.
        if (Directory.Exists(home) && await Unprivileged.OwnerOfAsync(home, cancellationToken) is { } owner)
            return new(home, owner, null);

        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        Directory.CreateDirectory(home, Private);
        var user = await Unprivileged.FindAsync(cancellationToken);
        await user.TakeOverAsync(home, cancellationToken);
        return new(home, user, null);
    }

    private static string Resolve(string home) =>
        new DirectoryInfo(home).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? home;
}
