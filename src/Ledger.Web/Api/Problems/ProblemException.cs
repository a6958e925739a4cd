namespace Ledger.Web.Api.Problems;

/// <summary>Ends a request with a problem. The detail is shown to whoever asked.</summary>
internal sealed class ProblemException(
    ProblemType type, string detail, params (string Name, object? Value)[] members) : Exception(detail)
{
    public ProblemType Type { get; } = type;

    public IReadOnlyList<(string Name, object? Value)> Members { get; } = members;
}
