using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>A line that follows an event in a bundle, and can be made again from the events.</summary>
internal abstract record BundleFollower(BundleEvent Event)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By which a finding names it.</summary>
    public abstract string Name { get; }

    /// <summary>The value of <c>kind</c>.</summary>
    public abstract string Kind { get; }

    protected abstract void WriteMembers(Utf8JsonWriter to);

    /// <summary>The line without its line feed.</summary>
    public byte[] ToBytes()
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteString("stream", Event.Stream);
            json.WriteNumber("event", Event.Position);
            WriteMembers(json);
            json.WriteEndObject();
        }

        return to.ToArray();
    }

    private static string Second(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What readers saw from this event on.</summary>
    public sealed record Version(
        BundleEvent Event, int Revision, DateTimeOffset At, string Status, string Digest, string? Text)
        : BundleFollower(Event)
    {
        public override string Name =>
            string.Create(CultureInfo.InvariantCulture, $"version {Revision} of stream {Event.Stream}");

        public override string Kind => "version";

        protected override void WriteMembers(Utf8JsonWriter to)
        {
            to.WriteNumber("revision", Revision);
            to.WriteString("at", Second(At));
            to.WriteString("status", Status);
            to.WriteString("digest", Digest);
            if (Text is not null)
                to.WriteString("text", Text);
        }
    }

    /// <summary>How long the wrong words of a claim could be read.</summary>
    public sealed record Exposed(BundleEvent Event, Guid Correction, Exposure Exposure) : BundleFollower(Event)
    {
        public override string Name => string.Create(
            CultureInfo.InvariantCulture, $"the exposure of claim {Exposure.Claim} of event {Event.Position}");

        public override string Kind => "exposure";

        protected override void WriteMembers(Utf8JsonWriter to)
        {
            to.WriteString("correction", Correction);
            to.WriteNumber("claim", Exposure.Claim);
            to.WriteString("wrong", Exposure.Wrong);
            to.WriteNumber("seconds", Exposure.Seconds);
            to.WriteStartArray("spans");
            foreach (var span in Exposure.Spans)
            {
                to.WriteStartObject();
                to.WriteString("from", Second(span.From));
                to.WriteString("to", Second(span.To));
                to.WriteEndObject();
            }

            to.WriteEndArray();
        }
    }
}
