using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats.MediaWiki;

/// <summary>The export of a MediaWiki site: pages with their revisions, in <c>export-0.10</c> or <c>0.11</c>.</summary>
/// <remarks>
/// A revision keeps its id as its number and its wikitext as it stands. Pages outside the main namespace, and
/// revisions whose text the wiki hides, are left out; the address of who edited without an account is not kept.
/// </remarks>
public static class MediaWikiExport
{
    private const string MainNamespace = "0";

    /// <summary>Reads with memory for one revision at a time. Gzip is recognised by its first bytes.</summary>
    /// <exception cref="InputFormatException">It is no such export, or revisions of a page do not rise.</exception>
    public static async IAsyncEnumerable<SourceRevision> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var plain = await PackedInput.UnpackAsync(stream, cancellationToken);
        using var xml = new ForeignXml(plain);
        string? site = null, language = null, title = null;
        var isArticle = false;
        SourceRevision? before = null;
        var more = await xml.ReadAsync();
        while (more)
        {
            switch (xml.Element)
            {
                case "mediawiki":
                    language = xml.Language;
                    site = "mediawiki";
                    more = await xml.ReadAsync();
                    break;
                case { } other when site is null:
                    throw new InputFormatException($"The export of a wiki begins with 'mediawiki', not with '{other}'");
                case "page":
                    (title, isArticle) = (null, true);
                    more = await xml.ReadAsync();
                    break;
                case "siteinfo":
                    site = SourceArticle.Host((await xml.TakeAsync(cancellationToken)).Words("base"), "mediawiki");
                    break;
                case "title":
                    title = (await xml.TakeAsync(cancellationToken)).Value;
                    break;
                case "ns":
                    isArticle = (await xml.TakeAsync(cancellationToken)).Value.Trim() == MainNamespace;
                    break;
                case "revision":
                    var element = await xml.TakeAsync(cancellationToken);
                    if (isArticle && Revision(element, site!, title, language) is { } revision)
                        yield return before = Rising(before, revision);

                    break;
                default:
                    more = await xml.ReadAsync();
                    break;
            }
        }

        if (site is null)
            throw new InputFormatException("There is no wiki in it");
    }

    private static SourceRevision? Revision(XElement revision, string site, string? title, string? language)
    {
        var name = SourceArticle.Name(title, "The title of a page");
        if (revision.Child("text") is not { } text || text.Attribute("deleted") is not null)
            return null;

        var number = int.TryParse(revision.Words("id"), CultureInfo.InvariantCulture, out var id) && id > 0
            ? id
            : throw new InputFormatException($"A revision of '{name}' has no id from 1 to {int.MaxValue}");
        var at = ForeignTime.Read(revision.Words("timestamp"), $"The time of revision {number} of '{name}'");
        return new(
            site, name, number, at, revision.Child("contributor")?.Words("username"), revision.Words("comment"),
            name, text.Value, null, null)
        {
            Language = language,
        };
    }

    private static SourceRevision Rising(SourceRevision? before, SourceRevision now) =>
        before?.Article == now.Article && before.Revision >= now.Revision
            ? throw new InputFormatException(
                $"Revision {now.Revision} of '{now.Article}' follows revision {before.Revision} of it")
            : now;
}
