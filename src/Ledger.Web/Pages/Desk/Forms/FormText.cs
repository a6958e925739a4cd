namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>What browsers make of text on its way through a form, undone.</summary>
internal static class FormText
{
    /// <summary>Browsers send every line break as CRLF.</summary>
    public static string Area(string? typed) =>
        (typed ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>A field of one line loses its line breaks.</summary>
    public static string Line(string? typed) =>
        (typed ?? "").Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>
    /// The field of one line as it is to be stored: untouched where nobody touched it, null where it is empty.
    /// </summary>
    public static string? Stored(string typed, string? before) =>
        Line(typed) == Line(before) ? before : typed.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The same for a field that wraps but is one line: a line break that was typed into it is a space.
    /// </summary>
    public static string? StoredHeadline(string typed, string? before)
    {
        var text = StoredArea(typed, before);
        return text == before ? before : text?.Replace('\n', ' ');
    }

    /// <summary>The same for a field of many lines.</summary>
    public static string? StoredArea(string typed, string? before) =>
        Area(typed) == Area(before) ? before : Area(typed).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What was chosen; null where it is none of the choices.</summary>
    public static T? Known<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>What was chosen; the first choice where it is none of them.</summary>
    public static T Choice<T>(string? name)
        where T : struct, Enum =>
        Known<T>(name) ?? default;
}
