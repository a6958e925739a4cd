using Ledger.EventStore;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Tests.Running;

/// <summary>A read model that notes each position it is given, and fails at one while it is told to.</summary>
internal sealed class Probe(int version = 1) : IProjection
{
    public const string AllPositions = "select coalesce(array_agg(position order by position), '{}') from read.probe";

    private const string TableSql = "create table if not exists probe (position bigint primary key, version integer)";

    /// <summary>The position it cannot get past, while it is not null.</summary>
    public long? FailsAt { get; set; }

    /// <summary>How often it has been given events.</summary>
    public int Calls { get; private set; }

    public string Name => "probe";

    public int Version => version;

    public IReadOnlyList<Table> Tables { get; } = [new("probe", TableSql)];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Calls++;
        await using var command = new NpgsqlCommand("insert into probe select unnest($1), $2", connection)
        {
            Parameters =
            {
                new() { Value = events.Select(recorded => recorded.Position).ToArray() },
                new() { Value = version },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        if (events.Any(recorded => recorded.Position == FailsAt))
            throw new InvalidOperationException("The probe was told to fail.");
    }
}
