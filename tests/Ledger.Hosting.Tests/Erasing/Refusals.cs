using Ledger.Hosting.Erasing;
using Ledger.Hosting.Tests.Bundles;

namespace Ledger.Hosting.Tests.Erasing;

/// <summary>What is not erased, and the sentence that says why.</summary>
public sealed class Refusals
{
    private static readonly string Story = $"{SampleLog.Harbour}";

    private static CancellationToken Cancelled => ErasedLog.Cancelled;

    [Theory]
    [InlineData("Oda", "", "erasure-needs-basis")]
    [InlineData("Oda Lind", "Oda Lind asked for it", "erasure-needs-basis")]
    [InlineData("Od", ErasedLog.Basis, "erasure-words-too-short")]
    [InlineData("erase", ErasedLog.Basis, "erasure-words-too-short")]
    [InlineData("nowhere to be found", ErasedLog.Basis, "erasure-finds-nothing")]
    [InlineData("paragraph", ErasedLog.Basis, "erasure-breaks-an-event")]
    public async Task A_request_that_is_not_as_it_must_be(string words, string basis, string code)
    {
        await using var log = await ErasedLog.CreateAsync();

        var refused = await Assert.ThrowsAsync<ErasureRefusedException>(
            () => log.Desk.RequestAsync(Story, null, [words], basis, ErasedLog.Ada, Cancelled));

        Assert.Equal(code, refused.Code);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await log.Desk.ListAsync(Cancelled));
    }

    [Fact]
    public async Task A_field_that_says_nothing_and_a_story_that_is_none()
    {
        await using var log = await ErasedLog.CreateAsync();

        Assert.Equal("erasure-finds-nothing", (await Assert.ThrowsAsync<ErasureRefusedException>(
            () => log.Desk.RequestAsync(Story, "b99", [], ErasedLog.Basis, ErasedLog.Ada, Cancelled))).Code);
        Assert.Equal("story-not-found", (await RefusedAsync(() => log.Desk.RequestAsync(
            "no-such-story", null, ["Oda Lind"], ErasedLog.Basis, ErasedLog.Ada, Cancelled))).Code);
    }

    [Fact]
    public async Task Nobody_approves_what_they_asked_for_or_what_was_decided()
    {
        await using var log = await ErasedLog.CreateAsync();
        var id = (await log.RequestAsync("Oda Lind")).Request.Id;
        var head = await log.Log.Ledger.Store.GetHeadAsync(Cancelled);

        Assert.Equal("erasure-needs-second-person", (await RefusedAsync(() =>
            log.Desk.ApproveAsync(id, ErasedLog.Ada, null, Cancelled))).Code);
        await log.Desk.RejectAsync(id, Cancelled);
        Assert.Equal("erasure-not-found", (await RefusedAsync(() =>
            log.Desk.ApproveAsync(id, ErasedLog.Sten, null, Cancelled))).Code);
        Assert.Equal("erasure-not-found", (await RefusedAsync(() => log.Desk.RejectAsync(id, Cancelled))).Code);
        Assert.Equal(head, await log.Log.Ledger.Store.GetHeadAsync(Cancelled));
    }

    [Fact]
    public async Task A_legal_hold_blocks_asking_and_approving_until_it_is_released()
    {
        await using var log = await ErasedLog.CreateAsync();
        var id = (await log.RequestAsync("Oda Lind")).Request.Id;
        await log.Desk.HoldAsync(Story, "The regulator may ask for it.", ErasedLog.Ada, Cancelled);

        var refusals = new[]
        {
            await RefusedAsync(() => log.Desk.ApproveAsync(id, ErasedLog.Sten, null, Cancelled)),
            await RefusedAsync(() => log.RequestAsync("Northern Wire")),
            await RefusedAsync(() => log.Desk.HoldAsync(Story, "Again.", ErasedLog.Ada, Cancelled)),
        };
        Assert.All(refusals, refused => Assert.Equal(
            ("erasure-held", "The story is under a legal hold: The regulator may ask for it."),
            (refused.Code, refused.Message)));

        await log.Desk.ReleaseAsync(Story, Cancelled);
        Assert.Equal("erasure-not-held", (await RefusedAsync(
            () => log.Desk.ReleaseAsync(Story, Cancelled))).Code);
        await log.Desk.ApproveAsync(id, ErasedLog.Sten, null, Cancelled);
    }

    private static Task<ErasureRefusedException> RefusedAsync(Func<Task> asked) =>
        Assert.ThrowsAsync<ErasureRefusedException>(asked);
}
