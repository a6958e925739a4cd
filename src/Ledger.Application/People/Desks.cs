using Ledger.Domain;

namespace Ledger.Application.People;

/// <summary>Whose stories are whose: an account may be limited to the stories of some sections.</summary>
public static class Desks
{
    /// <summary>Whether the actor may change a story of this section. One without a section is of no desk.</summary>
    public static bool MayEdit(this Actor actor, string? section) =>
        actor.Desks.Count == 0
        || (section?.Trim() is { Length: > 0 } named
            && actor.Desks.Contains(named, StringComparer.OrdinalIgnoreCase));

    /// <summary>Why the actor may not change a story of this section; null when they may.</summary>
    public static Refusal? RefuseSection(this Actor actor, string? section) =>
        actor.MayEdit(section) ? null : new OtherDesk(section, actor.Desks);
}

/// <summary>The story is of a desk that the account is not one of.</summary>
public sealed record OtherDesk(string? Section, IReadOnlyList<string> Desks) : Refusal("other-desk",
    $"The story is of {Of(Section)}, and this account changes only those of {string.Join(", ", Desks)}.")
{
    private static string Of(string? section) =>
        string.IsNullOrWhiteSpace(section) ? "no section" : $"the section '{section}'";
}
