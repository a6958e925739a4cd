using System.Globalization;
using System.Text;
using System.Xml;

namespace Ledger.Formats;

/// <summary>XML as this site writes it: UTF-8, indented, and well formed whatever the words of a story are.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",

        // A carriage return that stands as it is would be another character to whoever reads it.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    /// <summary>The text with what XML has no way to say replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        var at = FirstForbidden(text, 0);
        if (at < 0)
            return text;

        var clean = new StringBuilder(text);
        for (; at >= 0; at = FirstForbidden(text, at + 1))
            clean[at] = '\uFFFD';

        return clean.ToString();
    }

    /// <summary>An element with nothing but text in it; none where there is no text.</summary>
    public static void Element(this XmlWriter xml, string name, string? text)
    {
        if (text is not null)
            xml.WriteElementString(name, Clean(text));
    }

    /// <summary>An attribute; none where there is no text.</summary>
    public static void Attribute(this XmlWriter xml, string name, string? text)
    {
        if (text is not null)
            xml.WriteAttributeString(name, Clean(text));
    }

    /// <summary>A whole number, as every culture's reader understands it.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FirstForbidden(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        }

        return -1;
    }
}
