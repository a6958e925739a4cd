using System.Globalization;

namespace Ledger.Web.Tests.Memory;

/// <summary>However much is asked for, pages take no more memory than they may.</summary>
public sealed class Bounds
{
    private const long Most = 100_000;
    private const int Stories = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_often_stays_and_the_rest_makes_room()
    {
        await using var server = await WebServer.StartAsync(new() { PageMemory = Most });
        using var memory = new Reader(server);
        await memory.InitializeAsync();
        await memory.AddAsync("Favourite", "favourite");
        for (var n = 0; n < Stories; n++)
            await memory.AddAsync($"One of many {n}", $"many-{n}");

        var favourite = await memory.PageAsync("favourite");
        await memory.ChangeRowAsync("favourite", "Made anew");
        for (var n = 0; n < Stories; n++)
        {
            await memory.PageAsync(string.Create(CultureInfo.InvariantCulture, $"many-{n}"));
            Assert.Equal(favourite, await memory.PageAsync("favourite"));
            Assert.InRange(await memory.TakenAsync(), 1, Most);
        }

        Assert.InRange(await memory.TakenAsync(), Most / 2, Most);
    }

    [Fact]
    public async Task Addresses_with_a_query_are_not_kept()
    {
        await using var server = await WebServer.StartAsync(new() { PageMemory = Most });
        using var memory = new Reader(server);
        await memory.InitializeAsync();
        await memory.AddAsync("Asked for", "asked-for");
        await memory.PageAsync("asked-for");
        var before = await memory.TakenAsync();

        foreach (var query in new[] { "?a=1", "?a=2", "?", "?before=1", "?cursor=", "?utm_source=x" })
            Assert.Equal(await memory.PageAsync("asked-for"), await memory.PageAsync("asked-for" + query));

        Assert.Equal(before, await memory.TakenAsync());
    }

    private sealed class Reader(WebServer server) : MemoryTest(server), IDisposable
    {
        public Task AddAsync(string headline, string slug) => PublishAsync(headline, slug);

        public Task<string> PageAsync(string slug) => ReadAsync($"/stories/{slug}");

        public Task ChangeRowAsync(string slug, string headline) => AlterAsync(slug, headline);

        public Task<long> TakenAsync() => SizeAsync();

        public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
