using System.Text.Json;
using Ledger.Domain.Stories;

namespace Ledger.Formats;

internal static class StoryJsonWriter
{
    public static void Story(Utf8JsonWriter json, StoryFile story)
    {
        var article = story.Article;
        json.WriteStartObject();
        json.WriteString("headline", article.Headline);
        Optional(json, "standfirst", article.Standfirst);
        Optional(json, "slug", story.Slug);
        Optional(json, "section", article.Section);
        json.WriteString("language", article.Language);
        Optional(json, "dateline", article.Dateline);
        Optional(json, "publishedAt", story.PublishedAt is { } at ? Rfc3339.Write(at) : null);

        json.WriteStartArray("credits");
        foreach (var credit in article.Credits)
        {
            json.WriteStartObject();
            json.WriteString("role", StoryNames.Of(credit.Role));
            json.WriteString("name", credit.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
            Block(json, block);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Block(Utf8JsonWriter json, Block block)
    {
        json.WriteStartObject();
        Optional(json, "id", block.Id.Length == 0 ? null : block.Id);
        json.WriteString("type", StoryNames.Of(block.Type));
        Optional(json, "text", block.Text);
        if (block.Items is { } items)
        {
            json.WriteStartArray("items");
            foreach (var item in items)
                json.WriteStringValue(item);

            json.WriteEndArray();
        }

        Optional(json, "speaker", block.Speaker);
        Optional(json, "url", block.Url);
        Optional(json, "alt", block.Alt);
        Optional(json, "caption", block.Caption);
        Optional(json, "credit", block.Credit);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
