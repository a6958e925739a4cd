using System.Collections.Concurrent;
using System.Text.Json;
using Ledger.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>A request as it came to a receiver.</summary>
internal sealed record Told(string Id, string Timestamp, string Signature, string? MediaType, byte[] Body)
{
    private readonly JsonElement json = JsonDocument.Parse(Body).RootElement;

    public string this[string member] => json.GetProperty(member).GetString()!;

    public JsonElement Data => json.GetProperty("data");

    public bool Has(string member) => json.TryGetProperty(member, out _);
}

/// <summary>Somebody's real server on this machine, which answers as a test wants.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>How it answers; by default 204 to everything.</summary>
    public Func<Told, HttpContext, Task> Answer { get; set; } = (_, context) => StatusAsync(context, 204);

    /// <summary>Every request, in the order in which they came.</summary>
    public ConcurrentQueue<Told> Told { get; } = new();

    public string Url => $"{app.Urls.Single()}/hook";

    /// <param name="at">Where an earlier one was; null for any free port.</param>
    public static async Task<Receiver> StartAsync(string? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(at is null ? "http://127.0.0.1:0" : new Uri(at).GetLeftPart(UriPartial.Authority));
        var receiver = new Receiver(app);
        app.MapPost("/hook", receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Returns when so many requests have come about a story.</summary>
    public async Task<List<Told>> UntilToldAsync(Guid story, int times)
    {
        await Eventually.IsTrueAsync(() => Task.FromResult(About(story).Count >= times));
        return About(story);
    }

    public List<Told> About(Guid story) => [.. Told.Where(told => told["subject"] == story.ToString())];

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var told = new Told(
            headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(),
            headers["webhook-signature"].ToString(), context.Request.ContentType, body.ToArray());
        Told.Enqueue(told);
        await Answer(told, context);
    }
}
