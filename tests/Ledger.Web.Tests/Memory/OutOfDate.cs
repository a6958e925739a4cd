using Ledger.Domain.Policies;
using System.Globalization;
using Ledger.Hosting;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Memory;

/// <summary>A page is answered from memory only as long as nothing that it shows has changed.</summary>
public sealed class OutOfDate(WebServer server) : MemoryTest(server)
{
    [Fact]
    public async Task A_change_is_shown_by_every_page_as_soon_as_its_command_has_returned()
    {
        await PublishAsync("First name", "changing", "It cost 40 million.");
        var story = Server.Story("changing");
        var done = await story.CorrectAsync("40 million", "41 million", "It was 41 million.");
        string[] pages =
        [
            "/", "/stories/changing", "/stories/changing/history", "/stories/changing/revisions/2",
            "/stories/changing/compare/1...2", "/corrections", $"/corrections/{done.CorrectionId}",
        ];
        foreach (var page in pages)
            Assert.DoesNotContain("Second name", await ReadAsync(page), StringComparison.Ordinal);

        await story.HeadlineAsync("Second name");

        foreach (var page in pages)
            Assert.Contains(page.Contains("revisions", StringComparison.Ordinal) ? "A past version" : "Second name",
                await ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_one_story_leaves_the_pages_of_others()
    {
        await PublishAsync("Left alone", "left-alone");
        await PublishAsync("Changed", "changed-beside");
        var left = await ReadAsync("/stories/left-alone");
        await AlterAsync("left-alone", "Made anew");

        await Server.Story("changed-beside").HeadlineAsync("Changed again");

        Assert.Equal(left, await ReadAsync("/stories/left-alone"));
    }

    [Fact]
    public async Task A_change_by_another_process_is_shown_when_it_is_heard_of()
    {
        await PublishAsync("Of this node", "of-two-nodes");
        await ReadAsync("/stories/of-two-nodes");
        await using var other = new ServiceCollection().AddLedger(Server.ConnectionString, policy: HousePolicy.OneHand)
            .BuildServiceProvider();

        await other.GetRequiredService<IMediator>().Send(
            new Application.Stories.ChangeHeadline("Of the other node", null, null)
            {
                Actor = Newsroom.Editor,
                Story = "of-two-nodes",
            }, Cancel);

        await Eventually.IsTrueAsync(async () => (await ReadAsync("/stories/of-two-nodes"))
            .Contains("Of the other node", StringComparison.Ordinal));
        Assert.Contains("Of the other node", await ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Among_many_writers_and_readers_each_writer_reads_what_they_wrote()
    {
        const int Writers = 4;
        const int Changes = 25;
        string[] slugs = [.. Enumerable.Range(1, Writers).Select(n => $"storm-{n}")];
        foreach (var slug in slugs)
            await PublishAsync($"{slug} begins", slug);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = slugs.Select(slug => Task.Run(() => ReadOnAsync(slug, over.Token), Cancel)).ToList();
        await Task.WhenAll(slugs.Select(slug => Task.Run(() => WriteAsync(slug), Cancel)));
        await over.CancelAsync();

        Assert.True(await Task.WhenAll(readers).ContinueWith(all => all.Result.Sum(), Cancel) > Writers);

        async Task WriteAsync(string slug)
        {
            for (var n = 1; n <= Changes; n++)
            {
                var headline = string.Create(CultureInfo.InvariantCulture, $"{slug} at {n}.");
                await Server.Story(slug).HeadlineAsync(headline);
                Assert.Contains($"<h1>{headline}</h1>", Plain(await ReadAsync($"/stories/{slug}")),
                    StringComparison.Ordinal);
                Assert.Contains(headline, await ReadAsync("/"), StringComparison.Ordinal);
            }
        }
    }

    // Keeps its page in memory at every moment it can.
    private async Task<int> ReadOnAsync(string slug, CancellationToken over)
    {
        var count = 0;
        for (; !over.IsCancellationRequested; count++)
        {
            await ReadAsync($"/stories/{slug}");
            await ReadAsync("/");
        }

        return count;
    }

    // The headline's element without its attributes.
    private static string Plain(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "<h1[^>]*>\\s*([^<]*?)\\s*</h1>", "<h1>$1</h1>");
}
