using System.Globalization;

namespace Ledger.Hosting.Embedded;

/// <summary>
/// The user that PostgreSQL runs as when the program itself is root, whom PostgreSQL refuses to serve.
/// </summary>
internal sealed record Unprivileged(string Name, int UserId, int GroupId)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>The first unprivileged user of the machine that will do.</summary>
    public static async Task<Unprivileged> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Candidates)
        {
            var user = await IdAsync("-u", name, cancellationToken);
            var group = await IdAsync("-g", name, cancellationToken);
            if (user > 0 && group > 0)
                return new(name, user.Value, group.Value);
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and there is no user 'postgres': install PostgreSQL or add that user.");
    }

    /// <summary>The user who owns a folder, or null when that is root.</summary>
    public static async Task<Unprivileged?> OwnerOfAsync(string folder, CancellationToken cancellationToken)
    {
        var listed = await Command.RunAsync("ls", ["-nd", "--", folder], cancellationToken);
        var fields = listed.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!listed.Succeeded || fields.Length < 4)
            throw new EmbeddedPostgresException($"The owner of {folder} cannot be found out: {listed.LastLine}.");

        var owner = int.Parse(fields[2], CultureInfo.InvariantCulture);
        var group = int.Parse(fields[3], CultureInfo.InvariantCulture);
        if (owner == 0)
            return null;

        var named = await Command.RunAsync("id", ["-nu", fields[2]], cancellationToken);
        return new(named.Succeeded ? named.Output.Trim() : fields[2], owner, group);
    }

    /// <summary>A command that runs another one as this user.</summary>
    public (string File, IEnumerable<string> Arguments) Wrap(string file, IEnumerable<string> arguments)
    {
        if (Command.Find("setpriv") is { } setpriv)
            return (setpriv, [$"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups", "--", file, .. arguments]);

        if (Command.Find("runuser") is { } runuser)
            return (runuser, ["-u", Name, "--", file, .. arguments]);

        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root: install util-linux (setpriv), or run this as an ordinary user.");
    }

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken)
    {
        var (file, arguments) = Wrap("/usr/bin/env", ["test", "-w", folder, "-a", "-x", folder]);
        return (await Command.RunAsync(file, arguments, cancellationToken)).Succeeded;
    }

    public async Task TakeOverAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync("chown", [$"{UserId}:{GroupId}", "--", folder], cancellationToken);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"{folder} cannot be given to user {Name}: {result.LastLine}.");
    }

    private static async Task<int?> IdAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync("id", [kind, name], cancellationToken);
        return result.Succeeded ? int.Parse(result.Output.Trim(), CultureInfo.InvariantCulture) : null;
    }
}
