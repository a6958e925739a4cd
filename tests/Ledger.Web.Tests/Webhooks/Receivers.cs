using System.Collections.Concurrent;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>Receivers that are slow, down, failing, redirecting, chattering or gone: nothing is lost.</summary>
public sealed class Receivers(WebhookServer shared) : WebhookTest(shared)
{
    [Fact]
    public async Task One_who_fails_now_and_then_is_told_everything_in_the_order_of_each_story()
    {
        var asked = 0;
        var taken = new ConcurrentQueue<Told>();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (told, context) =>
        {
            var turn = Interlocked.Increment(ref asked);
            if (turn % 3 == 0)
            {
                context.Response.StatusCode = 500;
            }
            else if (turn % 5 == 0)
            {
                context.Abort();
            }
            else
            {
                await Task.Yield();
                taken.Enqueue(told);
                context.Response.StatusCode = 200;
            }
        };
        await Shared.AddAsync("moody", receiver.Url);
        Guid[] stories = [await HappensAsync(5), await HappensAsync(5), await HappensAsync(5)];

        // It may fail so often in a row that something is parked.
        while (await Shared.StatusAsync("moody") is not { Lag: 0, Waiting: 0, Parked: 0 })
        {
            await Shared.Desk.ReplayAsync("moody", Origin.Program, Cancel);
            await Task.Delay(20, Cancel);
        }

        foreach (var story in stories)
        {
            var versions = taken.Where(told => told["subject"] == story.ToString())
                .Select(told => told["streamversion"])
                .Distinct();
            Assert.Equal(Enumerable.Range(1, 6).Select(version => $"{version:d20}"), versions);
        }
    }

    [Fact]
    public async Task One_who_is_down_loses_nothing_and_gets_the_parked_when_it_is_back()
    {
        var receiver = await Receiver.StartAsync();
        var url = receiver.Url;
        await receiver.DisposeAsync();
        await Shared.AddAsync("down", url);
        var story = await HappensAsync(2);
        await Shared.UntilAsync("down", status => status is { Parked: 1, Waiting: 2, Lag: 0 });
        Assert.Contains("refused", (await Shared.StatusAsync("down")).Error, StringComparison.OrdinalIgnoreCase);

        await using var back = await Receiver.StartAsync(url);
        Assert.Equal(1, await Shared.Desk.ReplayAsync("down", Origin.Program, Cancel));

        var told = await back.UntilToldAsync(story, 3);
        await Shared.UntilAsync("down", status => status is { Parked: 0, Waiting: 0 });
        Assert.Equal(Enumerable.Range(1, 3).Select(version => $"{version:d20}"),
            told.Select(one => one["streamversion"]));
    }

    [Fact]
    public async Task One_who_does_not_answer_is_given_up_and_holds_up_nobody_else()
    {
        using var release = new SemaphoreSlim(0);
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        slow.Answer = async (_, context) => await release.WaitAsync(context.RequestAborted);
        await Shared.AddAsync("slow", slow.Url);
        await Shared.AddAsync("quick", quick.Url);

        var story = await HappensAsync(1);

        await quick.UntilToldAsync(story, 2);
        await Shared.UntilAsync("slow", status => status.Parked == 1);
        Assert.Equal("The receiver did not answer within 2 seconds.", (await Shared.StatusAsync("slow")).Error);
        Assert.Equal(WebhookServer.Attempts, slow.About(story).Count);
        Assert.Single(slow.About(story).Select(one => one.Id).Distinct());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await Shared.AddAsync("redirecting", receiver.Url);
        await HappensAsync(0);

        await Shared.UntilAsync("redirecting", status => status.Parked == 1);

        Assert.Equal("The receiver answered 307; redirects are not followed.",
            (await Shared.StatusAsync("redirecting")).Error);
        Assert.Empty(elsewhere.Told);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (_, context) =>
        {
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };
        await Shared.AddAsync("endless", receiver.Url);
        var story = await HappensAsync(2);

        await Shared.UntilAsync("endless", status => status is { Lag: 0, Waiting: 0, Parked: 0 });
        Assert.Equal(3, receiver.About(story).Count);
    }

    [Fact]
    public async Task One_who_is_gone_is_told_nothing_more_until_it_is_resumed()
    {
        var isGone = true;
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) => Receiver.StatusAsync(context, isGone ? 410 : 204);
        await Shared.AddAsync("gone", receiver.Url);
        var story = await HappensAsync(1);
        await Shared.UntilAsync("gone", status => status.Paused);
        Assert.Contains("410", (await Shared.StatusAsync("gone")).Error, StringComparison.Ordinal);

        isGone = false;
        await Shared.Desk.ResumeAsync("gone", Origin.Program, Cancel);
        Assert.Equal(3, (await receiver.UntilToldAsync(story, 3)).Count);
    }

    [Fact]
    public async Task A_private_address_is_not_asked_unless_its_host_is_trusted()
    {
        await using var receiver = await Receiver.StartAsync();
        var url = new UriBuilder(receiver.Url) { Scheme = "https", Host = "localhost" }.Uri.ToString();
        await Shared.AddAsync("inside", url);
        await HappensAsync(0);

        await Shared.UntilAsync("inside", status => status.Parked == 1);

        Assert.Equal("The host localhost has no public address.", (await Shared.StatusAsync("inside")).Error);
        Assert.Empty(receiver.Told);
    }

    [Theory]
    [InlineData("Capital", "https://receiver.example/", "A name is 1 to 64 of the letters")]
    [InlineData("a", "http://receiver.example/", "An address must be like https://")]
    [InlineData("a", "https://user:word@receiver.example/", "An address must be like https://")]
    [InlineData("a", "ftp://receiver.example/", "An address must be like https://")]
    [InlineData("a", "receiver", "An address must be like https://")]
    [InlineData("a", "https://receiver.example/", "There are no events of the type 'nonsense'.", "nonsense")]
    [InlineData("a", "https://receiver.example/", "Events of the type 'report_received' are for", "report_received")]
    public async Task What_is_not_as_it_must_be_is_not_added(string name, string url, string why, string? type = null)
    {
        var refused = await Assert.ThrowsAsync<WebhookException>(
            () => Shared.AddAsync(name, url, staff: false, type is null ? [] : [type]));

        Assert.StartsWith(why, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await Shared.Desk.ListAsync(Cancel), view => view.Webhook.Name == name);
    }
}
