using System.Globalization;
using System.Text;
using Ledger.Followers;
using Ledger.Projections.Running;

namespace Ledger.Web.Health;

/// <summary>The text format in which Prometheus reads measurements.</summary>
internal static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(
        long head, IReadOnlyList<ReadModelStatus> models, long pageMemory, long unexplained,
        IReadOnlyList<FollowerStatus> followers)
    {
        var text = new StringBuilder();
        Gauge(text, "ledger_log_position", "The position of the last event of the log.", [("", head)]);
        Gauge(text, "ledger_read_model_position", "The last position that a read model contains.",
            models.Select(model => (Label(model), model.Position)));
        Gauge(text, "ledger_read_model_lag_events", "How many events a read model is behind the log.",
            models.Select(model => (Label(model), model.Lag)));
        Gauge(text, "ledger_read_model_stopped", "1 where a read model cannot get past an event.",
            models.Select(model => (Label(model), model.StoppedAt is null ? 0L : 1L)));
        Gauge(text, "ledger_page_memory_bytes", "How much memory finished pages take.", [("", pageMemory)]);
        Gauge(text, "ledger_unexplained_changes", "Changes of text that are not explained as they must be; 0 is right.",
            [("", unexplained)]);
        Gauge(text, "ledger_follower_lag_events", "How many events of the log were not looked at yet for a follower.",
            followers.Select(follower => (Label(follower), follower.Lag)));
        Gauge(text, "ledger_follower_waiting_events", "How many events are still to be handed over to a follower.",
            followers.Select(follower => (Label(follower), follower.Waiting)));
        Gauge(text, "ledger_follower_parked_events", "How many events failed so often that somebody has to look.",
            followers.Select(follower => (Label(follower), follower.Parked)));
        Gauge(text, "ledger_follower_paused", "1 where a follower is told nothing until somebody resumes it.",
            followers.Select(follower => (Label(follower), follower.Paused ? 1L : 0L)));
        return text.ToString();
    }

    /// <summary>One measurement, of several things where there are labels.</summary>
    internal static void Gauge(
        StringBuilder text, string name, string help, IEnumerable<(string Label, long Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (label, value) in values)
            text.Append(CultureInfo.InvariantCulture, $"{name}{label} {value}\n");
    }

    private static string Label(ReadModelStatus model) => $"{{model=\"{model.Name}\"}}";

    private static string Label(FollowerStatus follower) => $"{{follower=\"{follower.Name}\"}}";
}
