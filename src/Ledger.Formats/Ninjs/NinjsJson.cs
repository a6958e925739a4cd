using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.Ninjs;

/// <summary>ninjs 3.1, with the corrections of the story as the one member of its extension.</summary>
public static class NinjsJson
{
    public const string MediaType = "application/json";

    /// <summary>Where a site publishes the schema of the extension.</summary>
    public const string SchemaPath = "/schemas/ninjs-corrections-1.json";

    private const string Plain = "text/plain";
    private const string EditorialPolicy = "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy";

    public static byte[] Write(PublishedStory story) => JsonText.Write(json =>
    {
        var article = story.Article;
        json.WriteStartObject();
        json.WriteString("uri", story.Permanent);
        json.WriteString("type", "text");
        json.WriteString("representationType", story.Usability == Usability.Withdrawn ? "partial" : "full");
        json.WriteString("version", XmlText.Number(story.Revision));
        json.WriteString("firstCreated", Rfc3339.Write(story.PublishedAt));
        json.WriteString("versionCreated", Rfc3339.Write(story.RevisedAt));
        json.WriteString("pubStatus", story.Usability == Usability.Usable ? "usable" : "canceled");
        json.Optional("edNote", story.Instruction);
        json.WriteString("language", article.Language);
        json.Optional("located", article.Dateline);
        json.WriteString("title", article.Headline);
        var authors = article.Credits.Where(credit => credit.Role == CreditRole.Author).Select(credit => credit.Name);
        json.Optional("by", string.Join(", ", authors) is { Length: > 0 } by ? by : null);
        json.Values("headlines", [(null, null, article.Headline)]);
        json.Values("descriptions", article.Standfirst is { } standfirst ? [("standfirst", Plain, standfirst)] : []);
        json.Values("bodies",
        [
            .. article.Blocks.Count == 0 ? [] : new[] { ((string?)"main", (string?)Plain, article.ToBodyText()) },
            .. story.Notes.Where(note => !note.IsWithdrawn)
                .Select(note => ((string?)"correction", (string?)Plain, note.Text)),
        ]);
        Credits(json, article);
        if (article.Section is { } section)
            Named(json, "subjects", [("name", section)]);

        Associations(json, story);
        Named(json, "altIds", [("role", "slug"), ("value", story.Slug)]);
        Named(json, "trustIndicators", [("role", EditorialPolicy), ("title", "Corrections"),
            ("href", story.By.CorrectionsPolicy)]);
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "3.1");
        json.WriteString("schema", story.By.Site + SchemaPath);
        json.WriteEndObject();
        NinjsCorrections.Write(json, story);
        json.WriteEndObject();
    });

    private static void Values(
        this Utf8JsonWriter json, string name,
        IReadOnlyList<(string? Role, string? Type, string Value)> values)
    {
        if (values.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var (role, type, value) in values)
        {
            json.WriteStartObject();
            json.Optional("role", role);
            json.Optional("contentType", type);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Credits(Utf8JsonWriter json, Article article)
    {
        foreach (var (member, relation, isAgency) in
            new[] { ("people", "rel", false), ("infoSources", "role", true) })
        {
            var credits = article.Credits.Where(credit => credit.Role == CreditRole.Agency == isAgency).ToList();
            if (credits.Count == 0)
                continue;

            json.WriteStartArray(member);
            foreach (var credit in credits)
            {
                json.WriteStartObject();
                json.WriteString("name", credit.Name);
                json.WriteString(relation, StoryNames.Of(credit.Role));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Associations(Utf8JsonWriter json, PublishedStory story)
    {
        json.WriteStartArray("associations");
        if (story.PreviousPage is { } previous)
        {
            json.WriteStartObject();
            json.WriteString("name", "previous version");
            json.WriteString("uri", previous);
            json.WriteString("rel", "previousVersion");
            json.WriteEndObject();
        }

        foreach (var picture in story.Article.Blocks.Where(block => block.Type == BlockType.Image))
        {
            if (PictureAddress.Of(picture, story.By.Site) is not { } address)
                continue;

            json.WriteStartObject();
            json.WriteString("name", picture.Alt ?? picture.Id);
            json.WriteString("uri", address);
            json.WriteString("rel", "picture");
            json.WriteString("type", "picture");
            json.Optional("by", picture.Credit);
            json.Values("descriptions", picture.Caption is { } caption ? [("caption", Plain, caption)] : []);
            Named(json, "renditions", [("name", "original"), ("href", address)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Named(Utf8JsonWriter json, string array, (string Name, string Value)[] members)
    {
        json.WriteStartArray(array);
        json.WriteStartObject();
        foreach (var (name, value) in members)
            json.WriteString(name, value);

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
