using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Publishing;

namespace Ledger.Formats.NewsArticle;

/// <summary>schema.org NewsArticle with its corrections, as JSON-LD; it may stand in an element of a page.</summary>
public static class NewsArticleJson
{
    public const string MediaType = "application/ld+json";

    public static byte[] Write(PublishedStory story) => JsonText.Write(json =>
    {
        var article = story.Article;
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", story.IsRevision ? story.RevisionPage : story.Permanent);
        json.WriteString("url", story.IsRevision ? story.RevisionPage : story.Page);
        json.WriteString("identifier", story.Id);
        json.WriteString("headline", article.Headline);
        json.Optional("description", article.Standfirst);
        json.Optional("articleSection", article.Section);
        json.WriteString("inLanguage", article.Language);
        json.WriteString("version", XmlText.Number(story.Revision));
        json.WriteString("datePublished", Rfc3339.Write(story.PublishedAt));
        json.WriteString("dateModified", Rfc3339.Write(story.RevisedAt));
        json.WriteString("archivedAt", story.RevisionPage);
        json.Optional("isBasedOn", story.PreviousPage);
        if (story.IsRevision)
            Reference(json, "exampleOfWork", story.Permanent);

        if (story.Usability != Usability.Usable)
        {
            json.WriteString("creativeWorkStatus", story.Usability.ToString());
            json.Optional("abstract", story.Notice);
        }

        People(json, article);
        Pictures(json, article, story.By.Site);
        Publisher(json, story.By);
        Notes(json, story);
        json.WriteEndObject();
    });

    private static void People(Utf8JsonWriter json, Article article)
    {
        foreach (var (member, type, role) in new[]
        {
            ("author", "Person", CreditRole.Author), ("editor", "Person", CreditRole.Editor),
            ("translator", "Person", CreditRole.Translator), ("sourceOrganization", "Organization", CreditRole.Agency),
        })
        {
            var names = article.Credits.Where(credit => credit.Role == role).Select(credit => credit.Name).ToList();
            if (names.Count == 0)
                continue;

            json.WriteStartArray(member);
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("@type", type);
                json.WriteString("name", name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Pictures(Utf8JsonWriter json, Article article, string site)
    {
        json.WriteStartArray("image");
        foreach (var picture in article.Blocks.Where(block => block.Type == BlockType.Image))
        {
            if (PictureAddress.Of(picture, site) is not { } address)
                continue;

            json.WriteStartObject();
            json.WriteString("@type", "ImageObject");
            json.WriteString("contentUrl", address);
            json.Optional("caption", picture.Caption);
            json.Optional("creditText", picture.Credit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Publisher(Utf8JsonWriter json, PublishedBy by)
    {
        json.WriteStartObject("publisher");
        json.WriteString("@type", "NewsMediaOrganization");
        json.WriteString("name", by.Name);
        json.WriteString("url", by.Site);
        json.WriteString("correctionsPolicy", by.CorrectionsPolicy);
        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, PublishedStory story)
    {
        json.WriteStartArray("correction");
        foreach (var note in story.Notes)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("@id", note.Address);
            json.WriteString("url", note.Address);
            json.WriteString("identifier", note.Id);
            json.WriteString("datePublished", Rfc3339.Write(note.PublishedAt));
            json.WriteString("dateModified", Rfc3339.Write(note.UpdatedAt));
            json.WriteString("inLanguage", story.Article.Language);
            Reference(json, "parentItem", story.Permanent);
            json.WriteString("about", StoryNames.Of(note.Class));
            if (note.IsWithdrawn)
                json.WriteString("creativeWorkStatus", "Withdrawn");

            json.WriteString("text", note.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }
}
