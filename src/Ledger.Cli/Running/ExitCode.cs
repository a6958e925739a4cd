namespace Ledger.Cli.Running;

/// <summary>What a script learns from the end of the program.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int CheckFailed = 1;
    public const int BadUsage = 2;
    public const int Refused = 3;
    public const int Conflict = 4;
    public const int DatabaseNotReachable = 5;

    /// <summary>A defect of the program; none of the answers above.</summary>
    public const int Defect = 70;

    // As a shell reports the signals that these stand for.
    public const int Interrupted = 130;
    public const int BrokenPipe = 141;
}
