using System.Xml;
using System.Xml.Linq;

namespace Ledger.Formats.Importing;

/// <summary>XML that a stranger wrote: no document type, nothing fetched, its faults told with their line.</summary>
internal sealed class ForeignXml : IDisposable
{
    private readonly XmlReader reader;

    public ForeignXml(Stream stream) => reader = XmlReader.Create(stream, new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>The element that stands here, by its local name; null for anything else.</summary>
    public string? Element => reader.NodeType == XmlNodeType.Element ? reader.LocalName : null;

    public string? Language => reader.XmlLang is { Length: > 0 } language ? language : null;

    /// <summary>Moves to the next node; false at the end.</summary>
    public Task<bool> ReadAsync() => TellAsync(reader.ReadAsync);

    /// <summary>The whole element that stands here; moves to what follows it.</summary>
    public async Task<XElement> TakeAsync(CancellationToken cancellationToken) =>
        (XElement)await TellAsync(() => XNode.ReadFromAsync(reader, cancellationToken));

    public void Dispose() => reader.Dispose();

    private static async Task<T> TellAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (XmlException e)
        {
            var at = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
            var message = (at < 0 ? e.Message : e.Message[..at]).TrimEnd('.');
            var reason = message.Replace(". ", "; ", StringComparison.Ordinal);
            throw new InputFormatException($"This is not XML as it can be read here ({reason})", e.LineNumber);
        }
        catch (InvalidDataException)
        {
            throw new InputFormatException("The gzip file is damaged or cut off");
        }
    }
}

internal static class ForeignElements
{
    public static XElement? Child(this XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    /// <summary>The words of a child; null where there is none, or no words in it.</summary>
    public static string? Words(this XElement parent, string name) =>
        SourceArticle.NotBlank(parent.Child(name)?.Value);
}
