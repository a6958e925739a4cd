using System.Security.Cryptography;

namespace Ledger.Followers;

/// <summary>The pauses after each failure; when there is no next one, what fails is parked.</summary>
/// <remarks>
/// The pauses are kept in the database, as times, so that they outlive the process; a library of retries in memory
/// would begin again with each start.
/// </remarks>
/// <param name="Pauses">In their order, each more than none.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Pauses)
{
    // Every pause is longer or shorter by up to this part, so that what failed together does not come back together.
    private const double Jitter = 0.2;
    private const int Steps = 10_000;

    // Whoever asks for more is asked again all the same.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromDays(1);

    /// <summary>As the Standard Webhooks specification proposes: ten attempts, over some three days.</summary>
    public static RetrySchedule Standard { get; } = new(
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ]);

    /// <summary>The pause after so many failed attempts, or null when it is to be parked.</summary>
    /// <param name="attempts">1 or more.</param>
    /// <param name="asked">How long the other side asked to be left alone.</param>
    public TimeSpan? After(int attempts, TimeSpan? asked)
    {
        if (attempts > Pauses.Count)
            return null;

        var part = 1 - Jitter + 2 * Jitter * RandomNumberGenerator.GetInt32(Steps + 1) / Steps;
        var pause = Pauses[attempts - 1] * part;
        return asked is { } wait && wait > pause ? (wait < LongestRequest ? wait : LongestRequest) : pause;
    }
}
