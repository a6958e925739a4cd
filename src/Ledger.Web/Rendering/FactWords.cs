using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;

namespace Ledger.Web.Rendering;

/// <summary>One thing that a change put in the place of another.</summary>
public sealed record Fact(string Name, string? From, string? To);

/// <summary>What an entry of a changelog says was before and is now.</summary>
public static class FactWords
{
    public static IReadOnlyList<Fact> Of(ChangelogEntry entry)
    {
        var facts = entry.Facts;
        return
        [
            .. (facts.Claims ?? []).Select(claim => new Fact(
                claim.Field is { } field ? Words.Of(field) : "Words", claim.Wrong, claim.Right)),
            .. One(NameOf(entry), facts.Name),
            .. One("Headline", facts.Headline),
            .. One("Standfirst", facts.Standfirst),
            .. One("Caption", facts.Caption),
            .. One("Credit", facts.Credit),
        ];
    }

    private static string NameOf(ChangelogEntry entry) => (entry.Type, entry.Facts.Role) switch
    {
        ("slug_changed", _) => "Address",
        (_, { } role) => Words.Of(role),
        _ => "Credited to",
    };

    private static IEnumerable<Fact> One(string name, TextChange? change) =>
        change is null ? [] : [new Fact(name, change.From, change.To)];
}
