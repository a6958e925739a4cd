using Ledger.Text;

namespace Ledger.Domain.Stories;

/// <summary>For how long the wrong words of one claim of a correction could be read.</summary>
/// <param name="Claim">Which claim of the correction, from 0.</param>
/// <param name="Wrong">The words, as the claim has them.</param>
/// <param name="Spans">When they stood in the places that were corrected, in order; it may be none.</param>
/// <remarks>
/// Only the places that the correction names count, since the same words may rightly stand elsewhere. Words are found
/// as the correction itself finds them: whole, and not within the right words. While a story was withdrawn or removed,
/// nobody could read it, so that this time does not count; under the notice of a retraction it does.
/// </remarks>
public sealed record Exposure(int Claim, string Wrong, IReadOnlyList<ExposureSpan> Spans)
{
    /// <summary>All spans together, in seconds.</summary>
    public long Seconds => Spans.Sum(span => span.Seconds);

    /// <summary>The exposures of every correction of a story.</summary>
    /// <param name="events">
    /// The story's events in order, each with the time at which it is said to have happened.
    /// </param>
    /// <returns>The corrections in order, each with one exposure for each of its claims.</returns>
    public static IEnumerable<(CorrectionIssued Correction, IReadOnlyList<Exposure> Exposures)> OfStory(
        IEnumerable<(StoryEvent Happened, DateTimeOffset At)> events)
    {
        var (state, history) = (StoryState.Initial, new PlaceHistory());
        foreach (var (happened, at) in events)
        {
            if (happened is CorrectionIssued correction)
                yield return (correction, history.Exposures(correction, at));

            state = state.Evolve(happened);
            history.Add(state, at);
        }
    }

    /// <summary>Whether wrong words stand in a text outside of the right ones.</summary>
    internal static bool Stand(string text, Claim claim)
    {
        var wrong = WholeWords.Find(text, claim.Wrong);
        if (wrong.Count == 0 || claim.Right.Length == 0)
            return wrong.Count > 0;

        var right = WholeWords.Find(text, claim.Right);
        return wrong.Any(span => !right.Any(of => of.Contains(span)));
    }
}

/// <summary>A time in which something could be read, to the second.</summary>
/// <param name="From">The first second, in UTC.</param>
/// <param name="To">The second in which it was gone.</param>
public readonly record struct ExposureSpan(DateTimeOffset From, DateTimeOffset To)
{
    public long Seconds => To.ToUnixTimeSeconds() - From.ToUnixTimeSeconds();
}
