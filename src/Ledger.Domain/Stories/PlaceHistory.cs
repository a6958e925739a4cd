namespace Ledger.Domain.Stories;

/// <summary>What stood in each place of a story, and when; it grows with what was changed.</summary>
public sealed class PlaceHistory
{
    private static readonly IReadOnlyList<string> Nothing = [];

    private readonly Dictionary<Place, List<(int State, IReadOnlyList<string> Texts)>> places = [];
    private readonly List<(long Second, bool IsReadable)> states = [];
    private Article? last;

    /// <summary>Adds the state after an event, and when that is said to have happened.</summary>
    public void Add(StoryState state, DateTimeOffset at)
    {
        // Times that others claim need not be in order. What is said to be earlier than what came before took no time.
        var second = at.ToUnixTimeSeconds();
        states.Add((states.Count == 0 ? second : Math.Max(second, states[^1].Second),
            state is StoryState.Published or StoryState.Retracted));
        if (state.Current is not { } story || ReferenceEquals(story.Article, last))
            return;

        last = story.Article;
        var texts = TextsOf(story.Article);
        foreach (var (place, known) in places.Where(place => !texts.ContainsKey(place.Key)))
            Keep(known, Nothing);

        foreach (var (place, now) in texts)
        {
            if (!places.TryGetValue(place, out var known))
                places.Add(place, known = []);

            Keep(known, now);
        }
    }

    /// <summary>The exposures of a correction that is issued on the last of the states.</summary>
    /// <returns>One for each claim, in order.</returns>
    public IReadOnlyList<Exposure> Exposures(CorrectionIssued correction, DateTimeOffset at) =>
        [.. correction.Claims.Select((claim, i) => new Exposure(i, claim.Wrong, Spans(claim, correction, at)))];

    private List<ExposureSpan> Spans(Claim claim, CorrectionIssued correction, DateTimeOffset at)
    {
        var stands = new bool[states.Count];
        foreach (var place in correction.Places.Where(place => claim.Field is null || claim.Field == place.Field))
            Mark(stands, place, claim);

        var spans = new List<ExposureSpan>();
        for (var i = 0; i < states.Count; i++)
        {
            if (!stands[i] || !states[i].IsReadable)
                continue;

            var first = i;
            while (i + 1 < states.Count && stands[i + 1] && states[i + 1].IsReadable)
                i++;

            var (from, last) = (states[first].Second, states[^1].Second);
            var to = i + 1 < states.Count ? states[i + 1].Second : Math.Max(last, at.ToUnixTimeSeconds());
            if (to > from)
                spans.Add(new(DateTimeOffset.FromUnixTimeSeconds(from), DateTimeOffset.FromUnixTimeSeconds(to)));
        }

        return spans;
    }

    private void Mark(bool[] stands, Place place, Claim claim)
    {
        var known = places.GetValueOrDefault(place, []);
        for (var i = 0; i < known.Count; i++)
        {
            if (known[i].Texts.Any(text => Exposure.Stand(text, claim)))
                stands.AsSpan(known[i].State..(i + 1 < known.Count ? known[i + 1].State : stands.Length)).Fill(true);
        }
    }

    private void Keep(List<(int State, IReadOnlyList<string> Texts)> known, IReadOnlyList<string> now)
    {
        if (known.Count == 0 || !known[^1].Texts.SequenceEqual(now, StringComparer.Ordinal))
            known.Add((states.Count - 1, now));
    }

    private static Dictionary<Place, List<string>> TextsOf(Article article)
    {
        var texts = new Dictionary<Place, List<string>>();
        ArticleTexts.Map(article, (place, text) =>
        {
            if (!texts.TryGetValue(place, out var of))
                texts.Add(place, of = []);

            of.Add(text);
            return text;
        });
        return texts;
    }
}
