using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Tests.Running;

/// <summary>A read model that notes each position it is given, and fails at one while it is told to.</summary>
internal sealed class Probe(int version = 1) : IProjection
{
    public const string AllPositions = "select coalesce(array_agg(position order by position), '{}') from read.probe";

    private const string TableSql = "create table if not exists probe (position bigint not null, version integer)";
    private const string KeySql = "create unique index if not exists probe_pkey on probe (position)";

    private readonly RowFormat<long> rows = new(
        "copy probe (position, version) from stdin (format binary)",
        "insert into probe select * from unnest($1::bigint[], $2::int[])")
    {
        { NpgsqlDbType.Bigint, position => position },
        { NpgsqlDbType.Integer, _ => version },
    };

    private int calls;

    /// <summary>The position it cannot get past, while it is not null.</summary>
    public long? FailsAt { get; set; }

    /// <summary>How often it has been given events.</summary>
    public int Calls => calls;

    public string Name => "probe";

    public int Version => version;

    public IReadOnlyList<Table> Tables { get; } = [new("probe", TableSql, KeySql)];

    public IEnumerable<IWrite> Project(StepBatch batch)
    {
        Interlocked.Increment(ref calls);
        if (batch.All.Any(step => step.Position == FailsAt))
            throw new InvalidOperationException("The probe was told to fail.");

        return [rows.Of([.. batch.All.Select(step => step.Position)])];
    }
}
