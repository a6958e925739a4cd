using System.Data.Common;
using Ledger.EventStore;

namespace Ledger.Web.Api.Problems;

/// <summary>
/// Tells what is the matter with the database from what is the matter with the program, by codes and never by words.
/// </summary>
internal static class DatabaseTroubles
{
    // Lost, refused and ended connections, wrong passwords, databases that do not exist, want of resources.
    private static readonly string[] Unreachable = ["08", "28", "3D", "53", "57P"];

    /// <summary>Whether the same request could succeed at another time.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        EventStoreUnavailableException or TimeoutException => true,

        // An error of the server itself carries a SQLSTATE.
        DbException { SqlState: null } => true,
        DbException { SqlState: { } state } database => database.IsTransient || SentenceOf(state) is not null
            || Unreachable.Any(start => state.StartsWith(start, StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>What is the matter, where more can be said of it than that the database cannot be reached.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        DbException { SqlState: { } state } => SentenceOf(state),
        EventStoreUnavailableException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    private static string? SentenceOf(string state) => state switch
    {
        "25006" => "The database takes no writes at the moment: it is a standby, or set to be read only.",
        "53100" => "The disk of the database is full; nothing was written.",
        "53200" => "The database is out of memory.",
        "53300" => "The database has no connection left.",
        "55P03" => "The database is busy with other work; nothing was done.",
        "57014" => "The database was given too little time for this, or was too busy; nothing was done.",
        _ => null,
    };
}
