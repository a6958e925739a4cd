using System.Globalization;
using System.Xml.Linq;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats.Html;
using Ledger.Formats.Importing;

namespace Ledger.Formats.WordPress;

/// <summary>One post of an export.</summary>
internal sealed class WordPressPost(XElement item, WordPressSite site)
{
    private const string Excerpt = "excerpt";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private readonly string name = NameOf(item);

    public static bool IsPublic(XElement item) =>
        item.Words("post_type") is "post" or "page" && item.Words("status") == "publish"
        && item.Words("post_password") is null;

    public SourceRevision ToRevision()
    {
        var at = Time("post_modified_gmt") ?? Time("post_date_gmt") ?? ForeignTime.Read(
            item.Words("pubDate"), $"The time of the post '{name}'");
        var author = item.Words("creator") is { } login ? site.NameOf(login) : null;
        var revision = new SourceRevision(
            SourceArticle.Host(site.Address?.AbsoluteUri, "wordpress"), name, SourceArticle.NumberOf(at), at, author,
            Comment: null, Title: item.Words("title"), Text: "", Summary: Encoded(isExcerpt: true), Byline: author)
        {
            Language = site.Language,
        };
        var section = item.Children("category")
            .FirstOrDefault(category => category.Attribute("domain")?.Value == "category")?.Value;
        return SourceArticle.With(revision, new(
            HtmlBlocks.Read(Encoded(isExcerpt: false) ?? "", site.Address),
            author is null ? [] : [new(CreditRole.Author, author)],
            SourceArticle.NotBlank(section),
            Dateline: null));
    }

    /// <summary>The path of its address, which readers know; where that says nothing, its name and number.</summary>
    private static string NameOf(XElement item)
    {
        var path = Uri.TryCreate(item.Words("link"), UriKind.Absolute, out var address)
            ? address.AbsolutePath.Trim('/')
            : "";
        var named = path.Length > 0 ? path : item.Words("post_name") ?? $"post-{item.Words("post_id")}";
        return SourceArticle.Name(Uri.UnescapeDataString(named), "The name of a post");
    }

    private string? Encoded(bool isExcerpt) => SourceArticle.NotBlank(item.Children("encoded")
        .FirstOrDefault(element => element.Name.NamespaceName.Contains(Excerpt, StringComparison.Ordinal) == isExcerpt)
        ?.Value);

    // A post that was never changed has a time of zeros.
    private DateTimeOffset? Time(string element) => DateTimeOffset.TryParseExact(
        item.Words(element), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;
}
