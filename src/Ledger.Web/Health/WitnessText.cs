using System.Text;
using Ledger.Hosting.Witnesses;

namespace Ledger.Web.Health;

/// <summary>What monitors are told of witnesses: of those of this log, and of this newsroom as one of others.</summary>
internal static class WitnessText
{
    public static string Write(WitnessStatus? own, IReadOnlyList<WitnessedLog> others)
    {
        var text = new StringBuilder();
        if (own is not null)
        {
            PrometheusText.Gauge(text, "ledger_witnessed_events",
                "How many events the newest checkpoint has that a quorum of witnesses has cosigned.", [("", own.Size)]);
            PrometheusText.Gauge(text, "ledger_witnessed_lag_events",
                "How many events were signed since, which the witnesses have not.", [("", own.Behind)]);
            PrometheusText.Gauge(text, "ledger_witness_cosigned_events", "How many events a witness has cosigned last.",
                own.Witnesses.Select(witness => (Label("witness", witness.Name), witness.Size)));
            PrometheusText.Gauge(text, "ledger_witness_doubts",
                "1 where a witness has cosigned another history than that of this log.",
                own.Witnesses.Select(witness => (Label("witness", witness.Name), IsDoubting(witness) ? 1L : 0L)));
        }

        if (others.Count > 0)
            PrometheusText.Gauge(text, "ledger_refused_checkpoints",
                "Checkpoints of another log that this witness has refused, and keeps as evidence.",
                others.Select(log => (Label("log", log.Origin), log.Splits + log.Rollbacks + log.Unproven)));

        return text.ToString();
    }

    private static bool IsDoubting(WitnessLine witness) =>
        witness.Outcome is WitnessOutcome.RolledBack or WitnessOutcome.Split;

    // Names are other people's words.
    private static string Label(string name, string value)
    {
        var escaped = value.Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"{{{name}=\"{escaped}\"}}";
    }
}
