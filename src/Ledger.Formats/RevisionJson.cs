using System.Text;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats;

/// <summary>One line of a revision set.</summary>
internal static class RevisionJson
{
    private static readonly string[] Members =
    [
        "source", "article", "revision", "at", "author", "comment", "title", "text",
        "summary", "byline", "publishedAt", "sourceRevision",
    ];

    public static SourceRevision Read(ReadOnlySpan<byte> utf8, long line)
    {
        string? source = null, article = null, author = null, comment = null, title = null, text = null;
        string? summary = null, byline = null;
        int? revision = null;
        DateTimeOffset? at = null;

        var input = new JsonInput(utf8, line);
        input.ExpectObject("A revision");
        var seen = 0u;
        while (input.NextMember(Members, ref seen) is { } name)
        {
            switch (name)
            {
                case "source": source = Name(ref input, name); break;
                case "article": article = Name(ref input, name); break;
                case "revision": revision = Number(ref input, name); break;
                case "at": at = input.Time(name); break;
                case "author": author = Author(ref input, name); break;
                case "comment": comment = input.TextOrNull(name); break;
                case "title": title = input.TextOrNull(name); break;
                case "text": text = input.Text(name); break;
                case "summary": summary = input.TextOrNull(name); break;
                case "byline": byline = input.TextOrNull(name); break;
                case "publishedAt": input.TimeOrNull(name); break;
                default: input.TextOrNull(name); break;
            }
        }

        var read = new SourceRevision(
            source ?? throw Missing(ref input, "source"),
            article ?? throw Missing(ref input, "article"),
            revision ?? throw Missing(ref input, "revision"),
            at ?? throw Missing(ref input, "at"),
            author, comment, title,
            text ?? throw Missing(ref input, "text"),
            summary, byline);

        input.ExpectEnd();
        return read;
    }

    /// <summary>A source or an article: both are part of the key by which a story is found again.</summary>
    private static string Name(ref JsonInput input, string name)
    {
        var text = input.Text(name);
        if (text.Length == 0)
            throw input.Here($"'{name}' is empty");

        if (Encoding.UTF8.GetByteCount(text) > SourceArticle.LongestName)
            throw input.Here(FormattableString.Invariant($"'{name}' has more than {SourceArticle.LongestName} bytes"));

        return WithoutControls(ref input, name, text);
    }

    private static string? Author(ref JsonInput input, string name) =>
        input.TextOrNull(name) is { } text ? WithoutControls(ref input, name, text) : null;

    private static string WithoutControls(ref JsonInput input, string name, string text) =>
        text.Any(char.IsControl) ? throw input.Here($"'{name}' holds a control character") : text;

    private static int Number(ref JsonInput input, string name)
    {
        var number = input.Integer(name);
        return number >= 1 ? number : throw input.Here($"'{name}' must be 1 or more");
    }

    private static InputFormatException Missing(ref JsonInput input, string name) =>
        input.Here($"The revision has no '{name}'");
}
