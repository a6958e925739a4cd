namespace Ledger.Formats.CloudEvents;

/// <summary>A stretch of the log as CloudEvents 1.0, in batched JSON.</summary>
public static class CloudEventBatch
{
    public const string MediaType = "application/cloudevents-batch+json";

    /// <param name="events">In the order of the log.</param>
    /// <param name="source">Which log it is; with the id of an event it names the event anywhere.</param>
    public static byte[] Write(IEnumerable<LoggedEvent> events, string source) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var logged in events)
            CloudEventJson.Write(json, logged, source);

        json.WriteEndArray();
    });
}
