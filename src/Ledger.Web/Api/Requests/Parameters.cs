using System.Globalization;
using System.Text.Json;
using Ledger.Formats;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Api.Requests;

/// <summary>Reads the parameters of an address, and names the one that cannot be read.</summary>
internal static class Parameters
{
    public const int DefaultLimit = 20;

    public static int Limit(string? limit, int most = 100, int otherwise = DefaultLimit) =>
        limit is null ? otherwise
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most
            ? number
            : throw Bad("limit", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {most}"));

    public static long? Number(string name, string? value) =>
        value is null ? null
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Bad(name, "a whole number, 0 or more");

    /// <summary>Words to look for; null where there are none.</summary>
    public static string? Words(string name, string? value, int longest) =>
        string.IsNullOrWhiteSpace(value) ? null
        : value.Length <= longest ? value.Trim()
        : throw Bad(name, string.Create(CultureInfo.InvariantCulture, $"{longest} characters long at most"));

    public static bool? Flag(string name, string? value) => value switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw Bad(name, "true or false"),
    };

    /// <summary>A value of an enumeration by the name it has in JSON.</summary>
    public static T? Word<T>(string name, string? value) where T : struct, Enum
    {
        if (value is null)
            return null;

        var words = Enum.GetValues<T>().ToDictionary(
            known => JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()), StringComparer.Ordinal);
        return words.TryGetValue(value, out var word)
            ? word
            : throw Bad(name, $"one of {string.Join(", ", words.Keys)}");
    }

    /// <summary>A moment; a day is its first moment in UTC, <paramref name="days"/> later.</summary>
    public static DateTimeOffset? Time(string name, string? value, int days = 0)
    {
        if (value is null)
            return null;

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
            return new DateTimeOffset(day.AddDays(days), TimeOnly.MinValue, TimeSpan.Zero);

        return Rfc3339.TryParse(value, out var time)
            ? time.ToUniversalTime()
            : throw Bad(name, "a day such as 2026-03-01 or a time such as 2026-03-01T08:00:00Z");
    }

    private static ProblemException Bad(string name, string expected) =>
        new(ProblemTypes.BadRequest, $"The parameter '{name}' must be {expected}.", ("parameter", name));
}
