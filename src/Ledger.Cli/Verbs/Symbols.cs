using System.CommandLine;
using System.Text.Json;
using Ledger.Formats;

namespace Ledger.Cli.Verbs;

/// <summary>Arguments and options that several verbs have.</summary>
internal static class Symbols
{
    public static Argument<string> Story() =>
        new("STORY") { Description = "The id of a story, or a slug it has or had" };

    public static Argument<string> File(string description) =>
        new("FILE") { Description = $"{description}; - for the standard input" };

    public static Option<string> Required(string name, string description, string helpName = "TEXT") =>
        new(name) { Description = description, HelpName = helpName, Required = true };

    public static Option<string?> Optional(string name, string description, string helpName = "TEXT") =>
        new(name) { Description = description, HelpName = helpName };

    /// <summary>A word of a closed list, written in kebab case.</summary>
    public static Option<T> Word<T>(string name, string what, string description) where T : struct, Enum
    {
        var known = ByName<T>();
        return new(name)
        {
            Description = $"{description}: {string.Join(", ", known.Keys)}",
            HelpName = what.ToUpperInvariant(),
            CustomParser = result =>
            {
                var word = result.Tokens[^1].Value;
                if (known.TryGetValue(word, out var value))
                    return value;

                result.AddError($"'{word}' is no {what}; it must be one of {string.Join(", ", known.Keys)}");
                return default;
            },
        };
    }

    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (Rfc3339.TryParse(result.Tokens[^1].Value, out var time))
                return time;

            result.AddError($"{name} must be a time such as 2026-03-01T08:00:00Z, with its offset");
            return null;
        },
    };

    /// <summary>The values of a type by their words.</summary>
    public static Dictionary<string, T> ByName<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(Name, StringComparer.Ordinal);

    public static string Name<T>(T word) where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
