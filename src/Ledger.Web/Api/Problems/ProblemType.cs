namespace Ledger.Web.Api.Problems;

/// <summary>A kind of error, with its stable address <c>/problems/{Code}</c>.</summary>
/// <param name="Meaning">What it says about the request, for whoever follows the address.</param>
public sealed record ProblemType(string Code, int Status, string Title, string Meaning)
{
    public string Address => $"/problems/{Code}";
}
