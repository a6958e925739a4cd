using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.Updates;

/// <summary>One published update of a story that its readers should know of.</summary>
/// <param name="Type">In Crossref's words, such as <c>correction</c>.</param>
/// <param name="Address">The page that says what was updated.</param>
public sealed record UpdateRecord(Guid Id, string Type, string Label, string Address, DateTimeOffset At);

/// <summary>
/// The updates of a story in the shape of Crossref's metadata: what it is updated by, and what each notice updates.
/// Addresses stand where Crossref has DOIs.
/// </summary>
public static class UpdateRecords
{
    public const string MediaType = "application/json";

    /// <summary>What Crossref calls a notice of a class.</summary>
    public static string TypeOf(CorrectionClass @class) => @class switch
    {
        CorrectionClass.MisspellingName => "erratum",
        CorrectionClass.OmissionContext => "addendum",
        CorrectionClass.Clarification => "clarification",
        CorrectionClass.EditorsNote => "expression_of_concern",
        CorrectionClass.FactualError or CorrectionClass.Misattribution or CorrectionClass.Misquote
            or CorrectionClass.Misidentification or CorrectionClass.ImageCaption or CorrectionClass.AttributionCredit
            or CorrectionClass.Headline => "correction",
    };

    public static byte[] Write(PublishedStory story, IReadOnlyList<UpdateRecord> updates) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("URL", story.Permanent);
        json.WriteString("publisher", story.By.Name);
        json.WriteStartArray("title");
        json.WriteStringValue(story.Article.Headline);
        json.WriteEndArray();
        json.WriteString("version", XmlText.Number(story.Revision));
        Date(json, "issued", story.PublishedAt);
        json.WriteStartArray("updated-by");
        foreach (var update in updates)
            Update(json, update, update.Address);

        json.WriteEndArray();
        json.WriteStartArray("notices");
        foreach (var update in updates)
        {
            json.WriteStartObject();
            json.WriteString("URL", update.Address);
            Date(json, "issued", update.At);
            json.WriteStartArray("update-to");
            Update(json, update, story.Permanent);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Update(Utf8JsonWriter json, UpdateRecord update, string address)
    {
        json.WriteStartObject();
        json.WriteString("URL", address);
        json.WriteString("type", update.Type);
        json.WriteString("label", update.Label);
        json.WriteString("source", "publisher");
        json.WriteString("record-id", update.Id);
        Date(json, "updated", update.At);
        json.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter json, string name, DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        json.WriteStartObject(name);
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(utc.Year);
        json.WriteNumberValue(utc.Month);
        json.WriteNumberValue(utc.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("date-time", Rfc3339.Write(utc));
        json.WriteNumber("timestamp", utc.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }
}
