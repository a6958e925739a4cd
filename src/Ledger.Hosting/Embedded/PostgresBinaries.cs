using System.Text.RegularExpressions;

namespace Ledger.Hosting.Embedded;

/// <summary>The folder with the programs of one installed PostgreSQL.</summary>
internal sealed partial record PostgresBinaries(string Folder)
{
    private const string Variable = "LEDGER_POSTGRES_BIN";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    // A star stands for a version; the newest is looked at first.
    private static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql@*/bin",
        "/opt/homebrew/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/usr/local/pgsql/bin",
        "/usr/local/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin",
    ];

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The first PostgreSQL of the machine, or the first of the major version that a cluster needs.</summary>
    /// <exception cref="EmbeddedPostgresException">There is none.</exception>
    public static async Task<PostgresBinaries> FindAsync(string? major, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
            return IsComplete(chosen)
                ? new(chosen)
                : throw new EmbeddedPostgresException(
                    $"{Variable} is {chosen}, where initdb, pg_ctl or postgres is missing.");

        foreach (var folder in await CandidatesAsync(cancellationToken))
        {
            if (major is null || await MajorOfAsync(folder, cancellationToken) == major)
                return new(folder);
        }

        throw new EmbeddedPostgresException(major is null
            ? $"PostgreSQL is not installed: install it (Debian: apt-get install postgresql), set {Variable} to the "
                + "folder of its programs, or name a database with --database."
            : $"The embedded database was made by PostgreSQL {major}, which is not installed: install that version, "
                + $"or set {Variable} to the folder of its programs.");
    }

    private static async Task<IEnumerable<string>> CandidatesAsync(CancellationToken cancellationToken) =>
        Command.SearchPath()
            .Concat(await FromPgConfigAsync(cancellationToken))
            .Concat(UsualFolders.SelectMany(Expand))
            .Where(IsComplete)
            .Distinct();

    private static async Task<string[]> FromPgConfigAsync(CancellationToken cancellationToken)
    {
        if (Command.Find("pg_config") is not { } pgConfig)
            return [];

        var result = await Command.RunAsync(pgConfig, ["--bindir"], cancellationToken);
        return result.Succeeded ? [result.Output.Trim()] : [];
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return [pattern];

        var parent = Path.GetDirectoryName(pattern[..star])!;
        if (!Directory.Exists(parent))
            return [];

        var name = pattern[(parent.Length + 1)..pattern.IndexOf('/', star)];
        return Directory.GetDirectories(parent, name)
            .OrderByDescending(VersionIn)
            .Select(folder => folder + pattern[pattern.IndexOf('/', star)..]);
    }

    private static double VersionIn(string folder) =>
        double.TryParse(Digits().Match(Path.GetFileName(folder)).Value, out var version) ? version : 0;

    private static bool IsComplete(string folder) =>
        Needed.All(program => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> MajorOfAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(Path.Combine(folder, "postgres"), ["--version"], cancellationToken);
        return Digits().Match(result.Output).Value.Split('.')[0];
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Digits();
}
