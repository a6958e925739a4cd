namespace Ledger.Domain.Stories;

/// <summary>The readable part of a story's address.</summary>
public static class Slug
{
    public static string From(string headline) => headline;
}
