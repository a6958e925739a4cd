namespace Ledger.Domain.Stories;

internal static class Attribution
{
    /// <summary>The credits with one name replaced in its place, added at the end, or taken out.</summary>
    /// <remarks>Nobody is named twice: a name that is there already is not put in the place of another.</remarks>
    /// <exception cref="InvalidOperationException">The name that is to be replaced is not there.</exception>
    public static IReadOnlyList<Credit> Replace(IReadOnlyList<Credit> credits, AttributionChanged change)
    {
        var role = change.Role ?? throw new InvalidOperationException("A change of credits names no role.");
        Credit[] after = change.To is null || credits.Contains(new(role, change.To)) ? [] : [new(role, change.To)];
        if (change.From is null)
            return [.. credits, .. after];

        var index = credits.ToList().IndexOf(new(role, change.From));
        return index < 0
            ? throw new InvalidOperationException($"The credits name no {role} '{change.From}' to be replaced.")
            : [.. credits.Take(index), .. after, .. credits.Skip(index + 1)];
    }
}
