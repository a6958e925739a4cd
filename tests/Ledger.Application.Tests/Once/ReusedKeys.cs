using System.Security.Cryptography;
using System.Text;
using Ledger.Application.Once;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Once;

/// <summary>A key that was given to one request and comes with another.</summary>
public sealed class ReusedKeys(SharedLedger shared) : IClassFixture<SharedLedger>
{
    private TestLedger Ledger => shared.Ledger;

    [Fact]
    public async Task Whatever_else_is_asked_for_under_it_is_refused()
    {
        await Ledger.DoneAsync(Given.Publish("reused", Given.Article with { Dateline = "reused" }));
        await Ledger.DoneAsync(Given.Publish("other", Given.Article with { Dateline = "other" }));
        var request = new ChangeHeadline("Once", null, null)
        { Story = "reused", Actor = TestLedger.Editor, IdempotencyKey = "reused" };
        await Ledger.DoneAsync(request);

        StoryRequest[] others =
        [
            request with { Headline = "Twice" },
            request with { Story = "other" },
            request with { Story = "no-such-story" },
            request with { ExpectedVersion = 2 },
            new ReinstateArticle("Never retracted")
            { Story = "reused", Actor = TestLedger.Editor, IdempotencyKey = "reused" },
            Given.Publish("brand-new") with { IdempotencyKey = "reused" },
            Given.Publish("reused") with { IdempotencyKey = "reused" },
        ];

        foreach (var other in others)
            await Ledger.RefusedAsync<IdempotencyKeyReused>(other);
    }

    [Fact]
    public async Task A_time_or_a_correlation_id_makes_no_other_request_of_it()
    {
        var request = Given.Publish("timed", Given.Article with { Dateline = "timed" }) with
        {
            IdempotencyKey = "timed",
        };
        await Ledger.DoneAsync(request);

        var again = await Ledger.DoneAsync(request with { ClaimedAt = Given.Noon, CorrelationId = "desk-8" });

        Assert.True(again.Repeated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public Task A_key_that_cannot_be_a_name_is_refused(string key) =>
        Ledger.RefusedAsync<InvalidIdempotencyKey>(Given.Publish("no-key") with { IdempotencyKey = key });

    [Fact]
    public Task A_key_that_is_too_long_is_refused() =>
        Ledger.RefusedAsync<InvalidIdempotencyKey>(
            Given.Publish("long-key") with { IdempotencyKey = new('k', CommandIds.MostCharacters + 1) });

    /// <summary>A later version of the program must know requests again that an earlier one carried out.</summary>
    [Fact]
    public void The_fingerprint_of_a_request_never_changes() => Assert.Equal(
        SHA256.HashData(Encoding.UTF8.GetBytes(
            """ "IssueCorrection" """.Trim()
            + """{"claims":[{"field":"body","right":"80","wrong":"90"}],"class":"factual-error","expectedVersion":3,"""
            + """ "note":"It was 80.","story":"harbour-wall"}""".TrimStart())),
        RequestFingerprint.Of(new IssueCorrection(
            CorrectionClass.FactualError, [new("90", "80", ArticleField.Body)], "It was 80.")
        { Story = "harbour-wall", Actor = TestLedger.Editor, ExpectedVersion = 3, IdempotencyKey = "golden" }));
}
