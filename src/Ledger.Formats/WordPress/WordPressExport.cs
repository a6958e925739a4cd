using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats.WordPress;

/// <summary>The export of a WordPress site (WXR 1.1 and 1.2): RSS 2.0 with the posts in it.</summary>
/// <remarks>
/// An export has a post as it is now, once. What is not published on the site (drafts, private and password-protected
/// posts, the trash) and what is neither a post nor a page is left out. The export of a later day adds to the story
/// what has changed since: the time of the last change is the number of the revision.
/// </remarks>
public static class WordPressExport
{
    /// <summary>Reads with memory for one post at a time. Gzip is recognised by its first bytes.</summary>
    /// <exception cref="InputFormatException">It is no such export, or a post of it lacks its time or name.</exception>
    public static async IAsyncEnumerable<SourceRevision> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var plain = await PackedInput.UnpackAsync(stream, cancellationToken);
        using var xml = new ForeignXml(plain);
        var site = new WordPressSite();
        var isExport = false;
        var more = await xml.ReadAsync();
        while (more)
        {
            switch (xml.Element)
            {
                case "item":
                    var item = await xml.TakeAsync(cancellationToken);
                    if (WordPressPost.IsPublic(item))
                        yield return new WordPressPost(item, site).ToRevision();

                    break;
                case "rss" or "channel":
                    isExport = true;
                    more = await xml.ReadAsync();
                    break;
                case not null when !isExport:
                    throw new InputFormatException($"The export of a site begins with 'rss', not with '{xml.Element}'");
                case not null:
                    site.Learn(await xml.TakeAsync(cancellationToken));
                    break;
                default:
                    more = await xml.ReadAsync();
                    break;
            }
        }

        if (!isExport)
            throw new InputFormatException("There is no site in it");
    }
}

/// <summary>What an export says of the site before its posts.</summary>
internal sealed class WordPressSite
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public Uri? Address { get; private set; }
    public string? Language { get; private set; }

    public void Learn(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "link" when Uri.TryCreate(element.Value.Trim(), UriKind.Absolute, out var address):
                Address = address;
                break;
            case "language":
                Language = SourceArticle.NotBlank(element.Value);
                break;
            case "author" when element.Words("author_login") is { } login:
                names[login] = element.Words("author_display_name") ?? login;
                break;
        }
    }

    public string NameOf(string login) => names.GetValueOrDefault(login, login);
}
