using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Application.Once;
using Ledger.Domain;
using Ledger.Domain.Stories;

namespace Ledger.Web.Rendering;

/// <summary>Says what a rule refused in the words of the form, which counts from one and knows no brackets.</summary>
public static partial class RefusalWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        FieldRefusal { Field: var field } =>
            refusal.Message.Replace($"field '{field}'", NameOf(field), StringComparison.Ordinal),
        IdempotencyKeyReused => "This form was sent before, with other words. Send it again if both are wanted.",
        _ => refusal.Message,
    };

    private static string NameOf(string field)
    {
        var match = Numbered().Match(field);
        if (!match.Success)
            return field;

        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) + 1;
        var part = match.Groups["part"].Value;
        return match.Groups["list"].Value switch
        {
            "blocks" => $"{(part.Length == 0 ? "" : $"{DiffWords.Of(part).ToLowerInvariant()} of ")}block {number}",
            "credits" => $"name of credit {number}",
            "claims" => $"{part} text of row {number}",
            _ => field,
        };
    }

    [GeneratedRegex(@"^(?<list>[a-z]+)\[(?<number>\d{1,6})\](?:\.(?<part>[a-z]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
