using System.Globalization;
using Ledger.Projections.Running;
using Ledger.Web.Api.Problems;
using Ledger.Web.Log;

namespace Ledger.Web.Health;

/// <summary>Whether this node can serve readers and writers now.</summary>
internal sealed class Readiness(ProjectionRunner runner, CheckpointState checkpoints, WebSettings settings)
{
    // Less than a load balancer waits for its answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Why it cannot, in one line, or null when it can.</summary>
    public async Task<string?> FindReasonAgainstAsync(CancellationToken cancellationToken)
    {
        try
        {
            var models = await runner.GetStatusAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return models.Select(ReasonAgainst).FirstOrDefault(reason => reason is not null) ?? checkpoints.Fault;
        }
        catch (Exception exception) when (Failures.TypeOf(exception) == ProblemTypes.Unavailable)
        {
            return "The database cannot be reached.";
        }
    }

    private string? ReasonAgainst(ReadModelStatus model) => model switch
    {
        { StoppedAt: { } position } => string.Create(CultureInfo.InvariantCulture,
            $"The read model '{model.Name}' has stopped at position {position}."),
        _ when model.Lag > settings.LargestLag => string.Create(CultureInfo.InvariantCulture,
            $"The read model '{model.Name}' is {model.Lag} events behind the log."),
        _ => null,
    };
}
