using System.Reflection;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;

namespace Ledger.Projections.Tests.Changelog;

public sealed class ChangelogTests
{
    private static readonly ChangeFacts[] Facts =
    [
        new() { BlocksWritten = 4 },
        new()
        {
            Note = "The harbour master has called back.",
            Kind = RevisionKind.Update,
            Standfirst = new("Nobody was hurt, says the harbour master", "Two were hurt, says the harbour master"),
            BlocksWritten = 1,
        },
        new()
        {
            Note = "There were 14 boats, not 40.",
            CorrectionId = Sample.CorrectionId,
            Class = CorrectionClass.FactualError,
            Severity = Severity.Substantive,
            Claims = [new("40 boats", "14 boats")],
            Places = [new(ArticleField.Body, "b1"), new(ArticleField.Body, "b4")],
            BlocksWritten = 2,
        },
        new() { Note = "A misspelt name.", Role = CreditRole.Author, Name = new("Ines Marchetti", "Ines Marchetta") },
        new() { BlockId = "b2", Name = new("Oda Lind", "Ada Lind") },
        new()
        {
            Note = "Wrong day.",
            BlockId = "b3",
            Caption = new("The wall on Sunday", "The wall on Monday"),
            Credit = new("Tomas Reyl", null),
        },
        new() { Note = "Shorter.", Headline = new("Harbour wall gives way at Port Ellery", "Harbour wall fails") },
        new() { Note = "As the headline.", Name = new("harbour-wall", "harbour-wall-fails") },
        new() { Note = "We do not stand by this story." },
        new() { Note = "It was right after all." },
        new() { Note = "Published by mistake." },
        new() { Note = "It was no mistake." },
    ];

    [Fact]
    public async Task Each_kind_of_change_is_told_by_its_facts()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);

        var entries = await site.Changelog.ListAsync(Sample.Harbour, null, 100, TestSite.Cancelled);

        Assert.Equal(Sample.Life.Count, entries.Count);
        foreach (var (entry, happened, facts) in entries.Reverse().Zip(Sample.Life, Facts))
        {
            Assert.Equal(happened.GetType().GetCustomAttribute<EventTypeAttribute>()!.Alias, entry.Type);
            Assert.Equivalent(facts, entry.Facts, strict: true);
        }
    }

    [Fact]
    public async Task An_entry_says_who_and_when_and_to_which_state_it_led()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished, Sample.Rewritten("b1", "Anew."));
        var recorded = await site.Store.ReadAllAsync(1, 1, TestSite.Cancelled).SingleAsync(TestSite.Cancelled);

        var entry = (await site.Changelog.ListAsync(Sample.Harbour, null, 1, TestSite.Cancelled))[0];

        Assert.Equal(new ChangelogEntry(Sample.Harbour, recorded.Id, 2, 2, 2, "article_revised", "user:edith",
            "Edith Editor", Sample.Noon.AddHours(1), recorded.RecordedAt, entry.Facts), entry);
    }

    [Fact]
    public async Task Changes_are_listed_newest_first_and_a_new_address_has_the_state_it_found()
    {
        await using var site = await TestSite.GivenAsync([.. Sample.Life]);

        Assert.Equal([(12L, 11), (11, 10), (10, 9), (9, 8), (8, 7), (7, 7)], await ListAsync(site, null, 6));
        Assert.Equal([(2, 2), (1, 1)], await ListAsync(site, 3, 6));
    }

    [Fact]
    public async Task A_story_that_is_not_there_has_no_changes()
    {
        await using var site = await TestSite.GivenAsync(Sample.HarbourPublished);

        Assert.Empty(await site.Changelog.ListAsync(Sample.Bridge, null, 10, TestSite.Cancelled));
    }

    private static async Task<IEnumerable<(long, int)>> ListAsync(TestSite site, long? before, int limit) =>
        (await site.Changelog.ListAsync(Sample.Harbour, before, limit, TestSite.Cancelled))
            .Select(entry => (entry.Version, entry.Revision));
}
