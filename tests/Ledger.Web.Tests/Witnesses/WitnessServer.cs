using System.Net;
using System.Text;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>A newsroom that witnesses others, for all tests of a class.</summary>
public sealed class WitnessServer : IAsyncLifetime
{
    public const string Name = "other.example/witness";

    private readonly string keys = Directory.CreateTempSubdirectory("ledger-witness-").FullName;

    public WebServer Server { get; private set; } = null!;

    public WitnessDesk Desk => Server.Services.GetRequiredService<WitnessDesk>();

    internal VerifierKey Key { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await WebServer.StartAsync(new()
        {
            Witnesses = new() { KeyFolder = Path.Combine(keys, "witness"), RequestsPerMinute = 1_000 },
        });
        Key = Assert.Single(await Desk.OpenKeysAsync(Name, Token)).Key;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    internal Task<(HttpStatusCode Status, string Text, string Type)> BringAsync(AddCheckpoint request) =>
        BringAsync(Encoding.UTF8.GetBytes(request.ToString()));

    internal async Task<(HttpStatusCode Status, string Text, string Type)> BringAsync(byte[] body)
    {
        using var http = Server.Client();
        using var answer = await http.PostAsync("/witness/add-checkpoint", new ByteArrayContent(body), Token);
        return (
            answer.StatusCode, await answer.Content.ReadAsStringAsync(Token), $"{answer.Content.Headers.ContentType}");
    }
}
