namespace Ledger.Testing.Victim;

/// <summary>What a scenario is given.</summary>
/// <param name="ConnectionString">Of a database whose tables are there already.</param>
/// <param name="Kill">To be armed when the set-up is over; from then on every command counts.</param>
/// <param name="Arguments">What the test passed on.</param>
internal sealed record Situation(string ConnectionString, KillSwitch Kill, string[] Arguments)
{
    /// <summary>The last line of a victim that was not killed.</summary>
    public const string Survived = "survived";

    /// <summary>Tells the test of something that has been acknowledged to us, and so must not be lost.</summary>
    public static void Acknowledge(string what) => Say(what);

    internal static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
