using System.Globalization;
using System.Text;
using Ledger.Projections.Running;

namespace Ledger.Web.Health;

/// <summary>The text format in which Prometheus reads measurements.</summary>
internal static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(
        long head, IReadOnlyList<ReadModelStatus> models, long pageMemory, long unexplained)
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
        return text.ToString();
    }

    private static void Gauge(
        StringBuilder text, string name, string help, IEnumerable<(string Label, long Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var (label, value) in values)
            text.Append(CultureInfo.InvariantCulture, $"{name}{label} {value}\n");
    }

    private static string Label(ReadModelStatus model) => $"{{model=\"{model.Name}\"}}";
}
