using Ledger.Domain.Imports;
using Ledger.Formats.MediaWiki;
using Ledger.Formats.NewsMl;
using Ledger.Formats.Ninjs;
using Ledger.Formats.WordPress;

namespace Ledger.Formats.Importing;

/// <summary>The formats whose articles can be taken in.</summary>
public static class ImportFormat
{
    public const string Revisions = "revisions";

    /// <summary>Their names, the one that is meant when none is said first.</summary>
    public static IReadOnlyList<string> Names { get; } = [Revisions, "ninjs", "newsml-g2", "mediawiki", "wxr"];

    /// <summary>Reads a file; revisions of one article follow each other and rise.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="stream">The file, plain or packed with gzip; stays open.</param>
    /// <param name="now">Nothing that is under embargo then is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InputFormatException">While reading: it is not of that format; it says where.</exception>
    public static IAsyncEnumerable<SourceRevision> ReadAsync(
        string format, Stream stream, DateTimeOffset now, CancellationToken cancellationToken) => format switch
        {
            Revisions => RevisionSet.ReadAsync(stream, cancellationToken),
            "ninjs" => NinjsReader.ReadAsync(stream, now, cancellationToken),
            "newsml-g2" => NewsMlReader.ReadAsync(stream, now, cancellationToken),
            "mediawiki" => MediaWikiExport.ReadAsync(stream, cancellationToken),
            "wxr" => WordPressExport.ReadAsync(stream, cancellationToken),
            _ => throw new ArgumentException($"'{format}' is none of {string.Join(", ", Names)}.", nameof(format)),
        };
}
