namespace Ledger.Web;

/// <summary>The web server, as <c>ledger serve</c> runs it.</summary>
public static class LedgerWebApp
{
    /// <summary>Builds the server on a database; the caller runs it.</summary>
    public static Microsoft.AspNetCore.Builder.WebApplication Build(string connectionString, string urls) =>
        throw new InvalidOperationException(connectionString + urls);
}
