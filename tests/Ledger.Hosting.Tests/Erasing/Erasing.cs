using System.Text.Json;
using Ledger.Application.Auditing;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Tests.Bundles;
using Ledger.Projections.Running;

namespace Ledger.Hosting.Tests.Erasing;

/// <summary>Words go by the will of two people, everywhere at once, and every proof stays what it was.</summary>
public sealed class Erasing
{
    private static CancellationToken Cancelled => ErasedLog.Cancelled;

    [Fact]
    public async Task What_one_asked_for_and_another_approved_is_gone_and_the_log_still_verifies()
    {
        await using var log = await ErasedLog.CreateAsync();
        var stories = log.Get<StoryRepository>();
        await stories.LoadAsync(SampleLog.Harbour, Cancelled);
        var leaves = await LeavesAsync(log);

        var view = await log.RequestAsync("Ines Marchetti", "Marchett");
        var done = await log.Desk.ApproveAsync(view.Request.Id, ErasedLog.Sten, null, Cancelled);

        Assert.Equal(view.Places.Count, done.Places);
        Assert.Empty(done.Elsewhere);
        Assert.Empty(await log.FindAsync());
        Assert.Equal(leaves, (await LeavesAsync(log)).SkipLast(1));
        var story = (await stories.LoadAsync(SampleLog.Harbour, Cancelled)).State.Current!;
        Assert.Equal("[erased]", story.Original.Credits[0].Name);
        Assert.Equal("Ines [erased]a", story.Article.Credits[0].Name);
        Assert.Empty(await log.Desk.ListAsync(Cancelled));

        var last = (ContentErased)(await log.Log.Ledger.Store.ReadAllAsync(done.Position!.Value - 1, null, Cancelled)
            .FirstAsync(Cancelled)).Data;
        Assert.Equal((ErasedLog.Basis, "user:ada", "user:sten"), (last.Basis, last.RequestedBy, last.ApprovedBy));
    }

    [Fact]
    public async Task A_field_goes_with_all_that_it_ever_said()
    {
        await using var log = await ErasedLog.CreateAsync();

        var view = await log.Desk.RequestAsync(
            $"{SampleLog.Harbour}", "headline", [], ErasedLog.Basis, ErasedLog.Ada, Cancelled);

        Assert.Equal(["Harbour wall gives way at Port Ellery", "Harbour wall fails"], view.Request.Words.Take(2));
        await log.Desk.ApproveAsync(view.Request.Id, ErasedLog.Sten, null, Cancelled);
        Assert.Empty(await log.FindAsync());
        var all = await log.Log.Ledger.Store.ReadAllAsync(0, null, Cancelled)
            .Select(recorded => JsonSerializer.Serialize(recorded.Data, recorded.Data.GetType()))
            .ToListAsync(Cancelled);
        Assert.DoesNotContain(all, json => json.Contains("Harbour wall fails", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("40 boats", "14 boats")]
    [InlineData("The wall gave way on Sunday", "It was Sunday after all.")]
    [InlineData("As we agreed.", "We do not stand by this story.")]
    public async Task What_a_correction_says_can_go_as_well(params string[] words)
    {
        await using var log = await ErasedLog.CreateAsync(words);

        Assert.Empty(await log.FindAsync());
    }

    [Fact]
    public async Task An_address_stays_since_it_leads_to_the_story_for_ever()
    {
        await using var log = await ErasedLog.CreateAsync();
        var view = await log.RequestAsync("harbour", "Harbour");
        var done = await log.Desk.ApproveAsync(view.Request.Id, ErasedLog.Sten, null, Cancelled);

        Assert.Contains(1, done.Elsewhere);
        Assert.Empty(await log.FindAsync());
        var story = (await log.Get<StoryRepository>().LoadAsync(SampleLog.Harbour, Cancelled)).State.Current!;
        Assert.Equal("harbour-wall-fails", story.Slug);
        Assert.Equal("[erased] wall gives way at Port Ellery", story.Original.Headline);
    }

    [Fact]
    public async Task More_can_be_erased_from_the_same_places_later()
    {
        await using var log = await ErasedLog.CreateAsync("Ines Marchetti");

        var view = await log.RequestAsync("Northern Wire");
        await log.Desk.ApproveAsync(view.Request.Id, ErasedLog.Sten, null, Cancelled);

        Assert.Empty(await log.FindAsync());
    }

    [Fact]
    public async Task An_approval_that_ended_halfway_goes_on_when_it_is_given_again()
    {
        await using var log = await ErasedLog.CreateAsync();
        var view = await log.RequestAsync("Ines Marchetti");

        await Assert.ThrowsAnyAsync<Exception>(() => log.Desk.ApproveAsync(
            view.Request.Id, ErasedLog.Sten, new Failing(), Cancelled));
        var done = await log.Desk.ApproveAsync(view.Request.Id, ErasedLog.Sten, null, Cancelled);

        Assert.Equal((null, 0), (done.Position, done.Places));
        Assert.Empty(await log.FindAsync());
        Assert.Empty(await log.Desk.ListAsync(Cancelled));
    }

    [Theory]
    [InlineData(DisclosureLevel.Public)]
    [InlineData(DisclosureLevel.Court)]
    public async Task Bundles_withhold_what_was_erased_and_both_verifiers_take_them(DisclosureLevel level)
    {
        await using var log = await ErasedLog.CreateAsync("Ines Marchetti");
        await log.Log.SignAsync();

        foreach (var story in new Guid?[] { null, SampleLog.Harbour })
        {
            var bundle = await log.Log.ExportAsync(level, story);
            Assert.DoesNotContain("Ines Marchetti", BundleLog.Text(bundle), StringComparison.Ordinal);
            Assert.Contains(ErasedLog.Basis, BundleLog.Text(bundle), StringComparison.Ordinal);
            Assert.Empty((await BundleLog.VerifyAsync(bundle, log.Log.Key)).Findings);
            Script.SkipWithoutItsTools();
            Assert.Equal(0, (await Script.RunAsync(bundle, $"{log.Log.Key}")).ExitCode);
        }
    }

    private static ValueTask<List<string>> LeavesAsync(ErasedLog log) => log.Get<MerkleLog>()
        .ReadLeavesAsync(0, long.MaxValue, Cancelled)
        .Select(row => Convert.ToHexString(row.Bytes))
        .ToListAsync(Cancelled);

    private sealed class Failing : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => throw new InvalidOperationException("The terminal has gone.");
    }
}
