using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Text;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>One thing that a change put in the place of another.</summary>
public sealed record Fact(string Name, IReadOnlyList<DiffRun> Runs)
{
    /// <summary>Whether nothing came in the place of what was there.</summary>
    public bool IsTakenOut => Runs.All(run => run.Kind == DiffKind.Removed);
}

/// <summary>What an entry of a changelog says was before and is now.</summary>
public static class FactWords
{
    public static IReadOnlyList<Fact> Of(ChangelogEntry entry)
    {
        var facts = entry.Facts;
        return
        [
            .. (facts.Claims ?? []).Select(claim => Whole(
                claim.Field is { } field ? Words.Of(field) : Phrase.Of("Words"), new(claim.Wrong, claim.Right))),
            .. facts.Name is { } name ? [Whole(NameOf(entry), name)] : Array.Empty<Fact>(),
            .. Prose(Phrase.Of("Headline"), facts.Headline),
            .. Prose(Phrase.Of("Standfirst"), facts.Standfirst),
            .. Prose(Phrase.Of("Caption"), facts.Caption),
            .. facts.Credit is { } credit ? [Whole(Phrase.Of("Credit"), credit)] : Array.Empty<Fact>(),
        ];
    }

    /// <summary>What a change may alter, in a few words each; no more than a reader takes in.</summary>
    public static IReadOnlyList<string> FlagsOf(ChangeFacts facts)
    {
        const int most = 12;
        var flags = facts.Flags ?? [];
        return
        [
            .. flags.Take(most).Select(Of),
            .. flags.Count > most ? [Phrase.Of("and {0} more", flags.Count - most)] : Array.Empty<string>(),
        ];
    }

    private static string Of(ChangeFlag flag)
    {
        var kind = Words.Of(flag.Kind);
        var place = Words.Of(flag.Place.Field).ToLowerInvariant();
        return (flag.Before, flag.After) switch
        {
            ("", var after) => Phrase.Of("{0} in the {1}: '{2}' is new", kind, place, after),
            (var before, "") => Phrase.Of("{0} in the {1}: '{2}' is gone", kind, place, before),
            var (before, after) => Phrase.Of("{0} in the {1}: '{2}' is now '{3}'", kind, place, before, after),
        };
    }

    private static string NameOf(ChangelogEntry entry) => (entry.Type, entry.Facts.Role) switch
    {
        ("slug_changed", _) => Phrase.Of("Address"),
        (_, { } role) => Words.Of(role),
        _ => Phrase.Of("Credited to"),
    };

    private static IEnumerable<Fact> Prose(string name, TextChange? change) => change switch
    {
        null => [],
        { From: { Length: > 0 } from, To: { Length: > 0 } to } => [new(name, WordDiff.Compare(from, to))],
        _ => [Whole(name, change)],
    };

    // A name or an address is one thing: half of it in common means nothing to a reader.
    private static Fact Whole(string name, TextChange change) => new(name,
    [
        .. string.IsNullOrEmpty(change.From) ? Array.Empty<DiffRun>() : [new(DiffKind.Removed, change.From)],
        .. string.IsNullOrEmpty(change.To) ? Array.Empty<DiffRun>() : [new(DiffKind.Added, change.To)],
    ]);
}
