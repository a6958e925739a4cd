using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Folding;

namespace Ledger.Projections.Tests.Running;

/// <summary>A log of many stories whose events stand between each other, always the same.</summary>
internal static class SampleSite
{
    public static Guid Story(int n) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"0197a1b2-0000-7000-8000-{n:d12}"));

    /// <summary>Every story is given the sample life, all stories one step at a time.</summary>
    public static async Task AppendLivesAsync(this TestSite site, int stories)
    {
        for (var step = 0; step < Sample.Life.Count; step++)
        {
            for (var n = 0; n < stories; n++)
                await site.AppendAsync(Story(n), OfStory(Sample.Life[step], n));
        }
    }

    /// <summary>Every story is given the sample life, one story after the other.</summary>
    public static async Task AppendWholeLivesAsync(this TestSite site, int stories)
    {
        for (var n = 0; n < stories; n++)
            await site.AppendAsync(Story(n), [.. Sample.Life.Select(happened => OfStory(happened, n))]);
    }

    /// <summary>The event with the slugs and ids that must differ between stories.</summary>
    private static StoryEvent OfStory(StoryEvent happened, int n) => happened switch
    {
        StoryPublished e => e with { Slug = Slug(e.Slug, n) },
        SlugChanged e => e with { From = Slug(e.From, n), To = Slug(e.To, n) },
        CorrectionIssued e => e with { CorrectionId = Story(n) },
        CorrectionAmended e => e with { CorrectionId = Story(n) },
        CorrectionWithdrawn e => e with { CorrectionId = Story(n) },
        _ => happened,
    };

    private static string Slug(string slug, int n) => string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");

    /// <summary>The log, folded.</summary>
    public static async Task<List<StoryStep>> ReadStepsAsync(this TestSite site)
    {
        var folds = new StreamFolds(site.Store);
        var steps = new List<StoryStep>();
        await foreach (var recorded in site.Store.ReadAllAsync(0, null, TestSite.Cancelled))
            steps.Add((StoryStep)await folds.ApplyAsync(recorded, TestSite.Cancelled));

        return steps;
    }
}
