using System.Globalization;
using System.Xml.Linq;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats.Importing;

namespace Ledger.Formats.NewsMl;

/// <summary>One version of an item.</summary>
/// <remarks>
/// Codes are known by their last part, since every provider has prefixes of its own. A note to editors becomes the
/// reason of the revision where the item is signalled as a correction, and is else not for the public.
/// </remarks>
internal sealed class NewsMlItem
{
    private readonly XElement item;
    private readonly XElement meta;
    private readonly XElement content;
    private readonly string guid;

    public NewsMlItem(XElement item)
    {
        this.item = item;
        guid = SourceArticle.Name(item.Attribute("guid")?.Value, "The 'guid' of an item");
        meta = item.Child("itemMeta") ?? throw new InputFormatException($"The item '{guid}' has no 'itemMeta'");
        content = item.Child("contentMeta") ?? new XElement("contentMeta");
    }

    /// <summary>Pictures, packages and what the provider holds back are no stories.</summary>
    public static bool IsPublicText(XElement item) => item.Child("itemMeta") is not { } meta
        || (Code(meta, "itemClass") is null or "text" && Code(meta, "pubStatus") != "withheld");

    /// <exception cref="InputFormatException">It has no time, no number as version, or an embargo.</exception>
    public SourceRevision ToRevision(DateTimeOffset now)
    {
        if (ForeignTime.Find(meta.Words("embargoed")) is { } until && until > now)
            throw new InputFormatException($"The item '{guid}' is under embargo until {Rfc3339.Write(until)}");

        var at = ForeignTime.Read(meta.Words("versionCreated"), $"The 'versionCreated' of the item '{guid}'");
        var language = content.Child("language")?.Attribute("tag")?.Value
            ?? item.Attribute(XNamespace.Xml + "lang")?.Value;
        var by = content.Words("by");
        var revision = new SourceRevision(
            meta.Child("provider") is { } provider ? NameOf(provider) ?? "newsml-g2" : "newsml-g2",
            guid, Version(), at, by, Code(meta, "signal") == "correction" ? meta.Words("edNote") : null,
            content.Words("headline") ?? meta.Words("title"), "", Summary(), by)
        {
            Language = SourceArticle.NotBlank(language),
            IsCancelled = Code(meta, "pubStatus") == "canceled",
        };
        var blocks = item.Child("contentSet") is { } set ? NewsMlBody.Read(set) : [];
        return SourceArticle.With(revision, new(blocks, Credits(by), null, content.Words("dateline")));
    }

    private int Version() => item.Attribute("version") is not { } version ? 1
        : int.TryParse(version.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InputFormatException($"The 'version' of the item '{guid}' is no whole number from 1");

    private string? Summary()
    {
        var descriptions = content.Children("description").ToList();
        var summary = descriptions.Find(one => LastPart(one.Attribute("role")?.Value) is "summary" or "standfirst")
            ?? descriptions.Find(one => one.Attribute("role") is null);
        return SourceArticle.NotBlank(summary?.Value);
    }

    // Of a contributor it is not said for what.
    private List<Credit> Credits(string? by)
    {
        var authors = content.Children("creator").Select(NameOf).OfType<string>().ToList();
        if (authors.Count == 0 && by is not null)
            authors.Add(by);

        return
        [
            .. authors.Select(name => new Credit(CreditRole.Author, name)),
            .. content.Children("infoSource").Select(NameOf).OfType<string>()
                .Select(name => new Credit(CreditRole.Agency, name)),
        ];
    }

    private static string? NameOf(XElement party) =>
        party.Words("name") ?? SourceArticle.NotBlank(party.Attribute("literal")?.Value)
        ?? LastPart(party.Attribute("qcode")?.Value);

    private static string? Code(XElement meta, string element) =>
        LastPart(meta.Child(element) is { } found ? (found.Attribute("qcode") ?? found.Attribute("uri"))?.Value : null);

    private static string? LastPart(string? code) =>
        code is null ? null : code[(code.LastIndexOfAny([':', '/']) + 1)..];
}
