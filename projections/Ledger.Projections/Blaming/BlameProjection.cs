using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Blaming;

/// <summary>Keeps, for each part of each story that a revision touched, where its words have come from.</summary>
internal sealed class BlameProjection : IProjection
{
    private static readonly RowFormat<(Guid Story, string Part, PartBlame Blame)> Rows =
        new(Sql.Of<BlameProjection>("Copy"), Sql.Of<BlameProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Story },
            { NpgsqlDbType.Text, row => row.Part },
            { NpgsqlDbType.Integer, row => row.Blame.Revision },
            { NpgsqlDbType.Json, row => StoredRuns.Write(row.Blame.Runs) },
        };

    /// <summary>The name under which the texts above the body are kept; no block has it.</summary>
    public const string Head = "";

    public string Name => "blame";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
        [new("blame", Sql.Of<BlameProjection>("Blame"), Sql.Of<BlameProjection>("BlameKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.Steps.SelectMany(Touched)])];

    // Of the first revision every word is its own, which needs no row.
    private static IEnumerable<(Guid Story, string Part, PartBlame Blame)> Touched(StoryStep step)
    {
        var (after, revision) = (step.After, step.After.Revision);
        if (revision == 1 || ReferenceEquals(step.Before.Blame, after.Blame))
            yield break;

        if (after.Blame!.Head.Revision == revision)
            yield return (after.Id, Head, after.Blame.Head);

        for (var i = 0; i < after.Blame.Blocks.Count; i++)
        {
            if (after.Blame.Blocks[i].Revision == revision)
                yield return (after.Id, after.Story.Article.Blocks[i].Id, after.Blame.Blocks[i]);
        }
    }
}
