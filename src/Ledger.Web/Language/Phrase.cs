using System.Globalization;
using System.Resources;
using Ledger.Web.Rendering;

namespace Ledger.Web.Language;

/// <summary>What pages say to readers, in the language of the house.</summary>
/// <remarks>
/// A phrase is known by its English words, or where one word says two things by what tells them apart.
/// <c>Phrases.resx</c> lists all of them for those who translate, and
/// <c>Phrases.ar.resx</c> has them in Arabic; another language is another file.
/// </remarks>
public static class Phrase
{
    private static readonly ResourceManager Phrases = new("Ledger.Web.Language.Phrases", typeof(Phrase).Assembly);

    /// <summary>The language in which this page speaks, as a BCP 47 tag.</summary>
    public static string Language =>
        CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : HouseLanguage.English;

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction => Tongue.Direction(Language);

    /// <summary>The phrase; as it is where it has no translation.</summary>
    public static string Of(string english) => Phrases.GetString(english, CultureInfo.CurrentUICulture) ?? english;

    /// <summary>The phrase with its values in it.</summary>
    public static string Of(string english, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Of(english), values);
}
