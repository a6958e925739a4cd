using System.Text.Json;

namespace Ledger.Formats.Feeds;

/// <summary>JSON Feed 1.1: the same entries as in Atom, without the tombstones, for which it has no word.</summary>
public static class JsonFeedWriter
{
    public const string MediaType = "application/feed+json";

    public static byte[] Write(Feed feed) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", feed.Alternate);
        json.WriteString("feed_url", feed.Self);
        json.Optional("next_url", feed.PreviousArchive);
        Authors(json, feed.Author);
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
            Item(json, entry, feed.Author);

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Item(Utf8JsonWriter json, FeedEntry entry, string author)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Alternate);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        json.Optional("summary", entry.Summary);
        json.WriteString("date_published", Rfc3339.Write(entry.Published));
        json.WriteString("date_modified", Rfc3339.Write(entry.Updated));
        Authors(json, author);
        json.WriteStartArray("tags");
        foreach (var category in entry.Categories)
            json.WriteStringValue(category.Term);

        json.WriteEndArray();
        json.Optional("language", entry.Language);
        json.WriteStartObject("_ledger");
        json.Optional("story_url", entry.Related);
        json.WriteStartArray("in_reply_to");
        foreach (var answered in entry.InReplyTo)
            json.WriteStringValue(answered.Ref);

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
