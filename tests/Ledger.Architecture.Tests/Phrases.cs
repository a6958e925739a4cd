using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ledger.Architecture.Tests;

/// <summary>What pages say to readers is in every language of the resource files, and nothing else is.</summary>
public sealed partial class Phrases
{
    private const string Folder = "src/Ledger.Web/Language/";

    private static readonly Dictionary<string, string> English = Read("Phrases.resx");

    private static readonly string Source = string.Concat(Repository.Files(".cs", ".cshtml")
        .Where(path => path.StartsWith("src/Ledger.Web/", StringComparison.Ordinal))
        .Select(Repository.Read));

    public static TheoryData<string> Translations { get; } =
        [.. Repository.Files(".resx").Select(path => Path.GetFileName(path)!).Where(name => name != "Phrases.resx")];

    [Fact]
    public void Every_phrase_of_the_pages_is_listed_for_those_who_translate()
    {
        var said = Said().Matches(Source).Select(match => match.Groups["phrase"].Value).ToHashSet();

        Assert.True(said.Count > 200);
        Assert.Empty(said.Except(English.Keys));
    }

    [Fact]
    public void No_phrase_is_listed_that_no_page_says() =>
        Assert.All(English.Keys, phrase => Assert.True(
            Source.Contains($"\"{phrase}\"", StringComparison.Ordinal)
                || Source.Contains($"\"{phrase.ToLowerInvariant()}\"", StringComparison.Ordinal),
            $"No page says '{phrase}'."));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_every_phrase_with_all_its_values(string file)
    {
        var translated = Read(file);

        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(English, phrase => Assert.Equal(Values(phrase.Value), Values(translated[phrase.Key])));
        Assert.All(translated, phrase => Assert.NotEqual(phrase.Key, phrase.Value));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Parse(Repository.Read(Folder + file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Values(string text) =>
        string.Concat(Value().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"Phrase\.Of\(\s*""(?<phrase>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
