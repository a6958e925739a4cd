using System.Text.Json;
using Ledger.Formats.CloudEvents;
using Ledger.Formats.Updates;

namespace Ledger.Formats.Tests.Publishing;

public sealed class UpdateRecordTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Updates_are_written_as_they_were_agreed() => Golden.Holds("updates.json", UpdateRecords.Write(
        Sample.Corrected,
        [
            new(new("0197a1b2-0000-7000-8000-000000000002"), "correction", "Correction",
                "https://news.example/corrections/0197a1b2-0000-7000-8000-000000000002", Noon),
        ]));

    [Fact]
    public void Events_are_written_as_they_were_agreed()
    {
        using var data = JsonDocument.Parse("""{"slug":"wall","note":"<b> & 壁"}""");
        Golden.Holds("cloudevents.json", CloudEventBatch.Write(
            [
                new(new("0197a1b2-0000-7000-8000-000000000004"), Sample.Corrected.Id, 17, 3, "correction_issued",
                    data.RootElement, Noon, Noon.AddSeconds(1.5), ByPerson: true, "request-1", null),
            ], "https://news.example/log"));
    }
}
