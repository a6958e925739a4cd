using System.CommandLine;
using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Cli.Running;

/// <summary>The database that a command works on, and the embedded cluster where nothing else is named.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private OpenDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        this.embedded = embedded;
    }

    /// <summary>For Npgsql.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder for what the program keeps by itself.</summary>
    public static string Home => NotBlank(Environment.GetEnvironmentVariable("LEDGER_HOME")) ?? ".ledger";

    public static async Task<OpenDatabase> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (NotBlank(parsed.GetValue(GlobalOptions.Database)) is { } named)
            return new(Checked(named, "--database"), null);

        if (NotBlank(Environment.GetEnvironmentVariable("LEDGER_DATABASE")) is { } ambient)
            return new(Checked(ambient, "LEDGER_DATABASE"), null);

        var embedded = await EmbeddedPostgres.StartAsync(Home, cancellationToken);
        if (embedded.Notice is { } notice)
            ErrorOutput.Notice(notice);

        return new(embedded.ConnectionString, embedded);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Checked(string connectionString, string from)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            return builder.Host is null
                ? throw new UsageException($"The connection string of {from} names no host.")
                : builder.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new UsageException($"The connection string of {from} cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
