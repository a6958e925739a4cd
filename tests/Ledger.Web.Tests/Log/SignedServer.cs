using System.Globalization;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Log;

/// <summary>A server that signs its log, with a story of many revisions.</summary>
public sealed class SignedServer : IAsyncLifetime
{
    public const int Revisions = 300;
    public const string Origin = "news.example/log";

    private readonly string keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

    public WebServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await WebServer.StartAsync(new()
        {
            KeyFolder = keys,
            Address = new("https://news.example/"),
        });
        await PublishAsync(Server, Revisions);
    }

    public static async Task PublishAsync(WebServer server, int revisions)
    {
        await server.SendAsync(new PublishStory(Newsroom.Short("The wall", "Text 1."), "wall")
        {
            Actor = Newsroom.Editor,
        });
        for (var n = 2; n <= revisions; n++)
            await ReviseAsync(server, n);
    }

    public static Task ReviseAsync(WebServer server, int n) => server.SendAsync(new ReviseArticle(
        Newsroom.Short("The wall", string.Create(CultureInfo.InvariantCulture, $"Text {n}.")),
        RevisionKind.Update, null)
    {
        Actor = Newsroom.Editor,
        Story = "wall",
    });

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }
}
