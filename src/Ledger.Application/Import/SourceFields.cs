using Ledger.Domain.Imports;
using Ledger.Domain.Stories;

namespace Ledger.Application.Import;

/// <summary>What a line says of its article, with what it leaves unsaid taken from the line before it.</summary>
/// <param name="Standfirst">Null when there is none.</param>
/// <param name="Author">The whole byline as one name, or null when there is none.</param>
internal sealed record SourceFields(string Headline, string? Standfirst, string? Author, string Text)
{
    public string? Language { get; private init; }
    public SourceDetail? Detail { get; private init; }
    public bool IsCancelled { get; private init; }

    public static SourceFields Of(SourceRevision line, SourceFields? before) =>
        line.IsCancelled && before is not null ? before with { IsCancelled = true } : OfAll(line, before);

    private static SourceFields OfAll(SourceRevision line, SourceFields? before) => new(
        NotBlank(line.Title) ?? before?.Headline ?? LastPart(line.Article),
        NotBlank(line.Summary),
        NotBlank(line.Byline),
        line.Text)
    {
        Language = line.Language,
        Detail = line.Detail,
        IsCancelled = line.IsCancelled,
    };

    public static SourceFields Of(Article article) =>
        new(article.Headline, article.Standfirst, AuthorOf(article), article.ToBodyText());

    /// <summary>The body as paragraphs that, joined by an empty line, give the text back to the byte.</summary>
    public IReadOnlyList<Block> ToBlocks() => Detail?.Blocks ??
        [.. Text.Split("\n\n").Select(text => new Block { Id = "", Type = BlockType.Paragraph, Text = text })];

    public Article ToArticle(string language) => new()
    {
        Headline = Headline,
        Standfirst = Standfirst,
        Language = Language ?? language,
        Section = Detail?.Section,
        Dateline = Detail?.Dateline,
        Credits = Detail?.Credits ?? (Author is null ? [] : [new(CreditRole.Author, Author)]),
        Blocks = ToBlocks(),
    };

    /// <summary>The name of the credit that a byline stands for: the first author, or null without one.</summary>
    public static string? AuthorOf(Article article) =>
        article.Credits.FirstOrDefault(credit => credit.Role == CreditRole.Author)?.Name;

    /// <summary>What the slug of an article is made of: the last part of its name without its extension.</summary>
    public static string SlugSource(string article)
    {
        var part = LastPart(article);
        var dot = part.LastIndexOf('.');
        var extension = dot > 0 ? part[(dot + 1)..] : "";
        return extension.Length is > 0 and < 6 && extension.All(char.IsAsciiLetterOrDigit) ? part[..dot] : part;
    }

    public static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string LastPart(string article)
    {
        var trimmed = article.TrimEnd('/');
        return NotBlank(trimmed[(trimmed.LastIndexOf('/') + 1)..]) ?? article;
    }
}
