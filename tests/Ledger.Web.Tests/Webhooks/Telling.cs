using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Signing;
using Ledger.Web.Tests.Withholding;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>What receivers are told, and how they know that it is true.</summary>
public sealed class Telling(WebhookServer shared) : WebhookTest(shared)
{
    [Fact]
    public async Task A_change_is_told_signed_by_both_ways_as_the_changelog_of_the_public_has_it()
    {
        await using var receiver = await Receiver.StartAsync();
        var secret = await Shared.AddAsync("signed", receiver.Url);
        var story = await HappensAsync(changes: 1);
        var told = await receiver.UntilToldAsync(story, 2);

        using var reader = Server.Client();
        var changelog = (await GetAsync($"/api/v1/stories/{story}/changelog", reader)).GetProperty("items");
        var ids = changelog.EnumerateArray().Select(item => item.GetProperty("id").GetString()).Reverse();
        Assert.Equal(ids, told.Select(one => one.Id));
        Assert.Equal(changelog[0].GetRawText(), Compact(told[1].Data.GetRawText()));
        Assert.All(told, one =>
        {
            Assert.Equal("application/cloudevents+json", one.MediaType);
            Assert.Equal((one.Id, "1.0"), (one["id"], one["specversion"]));
            Assert.False(one.Has("causationid"));
            Assert.False(one.Data.TryGetProperty("actor", out _));
            Assert.Contains(Mac(secret.Text, one), one.Signature.Split(' '));
            Assert.Contains(one.Signature.Split(' '), signature => IsSignedBy(secret.PublicKey, one, signature));
        });
        Assert.Equal(
            ["org.ledger.public.story.published.v1", "org.ledger.public.headline.changed.v1"],
            told.Select(one => one["type"]));
    }

    [Fact]
    public async Task While_a_secret_is_rotated_the_old_one_signs_beside_it_and_then_no_more()
    {
        await using var receiver = await Receiver.StartAsync();
        var old = await Shared.AddAsync("rotated", receiver.Url);
        var next = await Shared.Desk.RotateAsync("rotated", TimeSpan.FromHours(1), Origin.Program, Cancel);
        var first = Assert.Single(await receiver.UntilToldAsync(await HappensAsync(changes: 0), 1));
        Assert.Equal([Mac(next.Text, first), Mac(old.Text, first)],
            first.Signature.Split(' ').Where(signature => signature.StartsWith("v1,", StringComparison.Ordinal)));

        var last = await Shared.Desk.RotateAsync("rotated", TimeSpan.Zero, Origin.Program, Cancel);
        var second = Assert.Single(await receiver.UntilToldAsync(await HappensAsync(changes: 0), 1));
        Assert.Equal([Mac(last.Text, second)],
            second.Signature.Split(' ').Where(signature => signature.StartsWith("v1,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_story_that_was_withdrawn_meanwhile_no_word_is_told_but_that_it_was()
    {
        var isAway = true;
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) => Receiver.StatusAsync(context, isAway ? 503 : 204);
        await Shared.Desk.AddAsync(new("withheld", receiver.Url), Origin.Program, Cancel);
        await Shared.Desk.PauseAsync("withheld", Origin.Program, Cancel);
        var story = await SecretStory.PublishAsync(Server);
        await story.Hand.WithdrawAsync("It was not to go out.");
        isAway = false;

        await Shared.Desk.ResumeAsync("withheld", Origin.Program, Cancel);
        await Shared.UntilAsync("withheld", status => status is { Lag: 0, Waiting: 0 });

        var told = receiver.About(story.Id);
        Assert.Contains(told, one => one["type"] == "org.ledger.public.correction.issued.v1");
        Assert.Equal("It was not to go out.", told[^1].Data.GetProperty("facts").GetProperty("note").GetString());
        Assert.DoesNotContain(receiver.Told, one => Encoding.UTF8.GetString(one.Body)
            .Contains(story.Word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_staff_is_told_of_everything_as_it_is_logged_and_the_public_of_stories_alone()
    {
        await using var staff = await Receiver.StartAsync();
        await using var everybody = await Receiver.StartAsync();
        await using var choosy = await Receiver.StartAsync();
        await Shared.AddAsync("staff", staff.Url, staff: true);
        await Shared.AddAsync("everybody", everybody.Url);
        await Shared.AddAsync("choosy", choosy.Url, staff: false, "correction_issued");

        var story = await SecretStory.PublishAsync(Server);

        foreach (var name in new[] { "staff", "everybody", "choosy" })
            await Shared.UntilAsync(name, status => status is { Lag: 0, Waiting: 0 });

        Assert.Contains(staff.Told, one => one["type"] == "org.ledger.report.received.v1");
        var published = staff.About(story.Id)[0];
        Assert.Equal("org.ledger.story.published.v1", published["type"]);
        Assert.Equal($"{story.Word} opens",
            published.Data.GetProperty("article").GetProperty("headline").GetString());
        Assert.All(everybody.Told,
            one => Assert.StartsWith("org.ledger.public.", one["type"], StringComparison.Ordinal));
        Assert.Equal("org.ledger.public.correction.issued.v1", Assert.Single(choosy.Told)["type"]);
    }

    private static string Mac(string secret, Told told) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), Signed(told)));

    private static bool IsSignedBy(string publicKey, Told told, string signature) =>
        signature.StartsWith("v1a,", StringComparison.Ordinal)
        && new Ed25519().Verify(
            Convert.FromBase64String(publicKey["whpk_".Length..]), Signed(told),
            Convert.FromBase64String(signature["v1a,".Length..]));

    private static byte[] Signed(Told told)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(told.Timestamp, CultureInfo.InvariantCulture));
        Assert.InRange(at, DateTimeOffset.UtcNow - TimeSpan.FromMinutes(10), DateTimeOffset.UtcNow);
        return [.. Encoding.UTF8.GetBytes($"{told.Id}.{told.Timestamp}."), .. told.Body];
    }

    // The body is indented, and the answers of the API are not.
    private static string Compact(string json) =>
        System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(Ledger.Application.LedgerEvents.Json);
}
