namespace Ledger.Projections.Rows;

/// <summary>Which of PostgreSQL's configurations for text search reads which language.</summary>
internal static class TextSearch
{
    private const string Simple = "simple";

    private static readonly Dictionary<string, string> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "arabic",
        ["da"] = "danish",
        ["de"] = "german",
        ["el"] = "greek",
        ["en"] = "english",
        ["es"] = "spanish",
        ["fi"] = "finnish",
        ["fr"] = "french",
        ["ga"] = "irish",
        ["hu"] = "hungarian",
        ["id"] = "indonesian",
        ["it"] = "italian",
        ["lt"] = "lithuanian",
        ["nb"] = "norwegian",
        ["ne"] = "nepali",
        ["nl"] = "dutch",
        ["nn"] = "norwegian",
        ["no"] = "norwegian",
        ["pt"] = "portuguese",
        ["ro"] = "romanian",
        ["ru"] = "russian",
        ["sv"] = "swedish",
        ["ta"] = "tamil",
        ["tr"] = "turkish",
    };

    /// <summary>All of them; whoever looks for words does not say in which language.</summary>
    public static string[] Configurations { get; } = [Simple, .. ByLanguage.Values.Distinct()];

    /// <summary>What was typed as PostgreSQL reads it, which knows one kind of quotation mark.</summary>
    public static string Query(string typed) => new([.. typed.Select(c => "“”„«»".Contains(c) ? '"' : c)]);

    /// <summary>The configuration for a BCP 47 tag; one without stems where PostgreSQL knows none.</summary>
    public static string ConfigurationOf(string language) =>
        ByLanguage.GetValueOrDefault(language.Split('-')[0], Simple);
}
