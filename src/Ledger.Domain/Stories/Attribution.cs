namespace Ledger.Domain.Stories;

internal static class Attribution
{
    /// <summary>The credits with one name replaced in its place, added at the end, or taken out.</summary>
    public static IReadOnlyList<Credit> Replace(IReadOnlyList<Credit> credits, AttributionChanged change)
    {
        var role = change.Role!.Value;
        if (change.From is null)
            return [.. credits, new Credit(role, change.To!)];

        var index = credits.ToList().IndexOf(new Credit(role, change.From));
        return [.. credits.SelectMany((credit, i) => (i == index, change.To) switch
        {
            (true, null) => Array.Empty<Credit>(),
            (true, var to) => [new Credit(role, to)],
            _ => [credit],
        })];
    }
}
