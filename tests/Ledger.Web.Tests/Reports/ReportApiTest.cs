using System.Net;
using System.Text.Json;
using Ledger.Application.Reports;
using Ledger.Web.Tests.Api;

namespace Ledger.Web.Tests.Reports;

/// <summary>A test in which readers report errors over the API; each reader has an address of the network.</summary>
public abstract class ReportApiTest(WebServer server) : ApiTest(server)
{
    private static int readers;

    /// <summary>Somebody without an account, at an address of their own.</summary>
    protected HttpClient Reader()
    {
        var client = Server.Client();
        var n = Interlocked.Increment(ref readers);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", FormattableString.Invariant($"203.0.{n / 250}.{n % 250}"));
        return client;
    }

    protected static string Report(Guid story, string text, string more = "") =>
        $$"""{"story":"{{story}}","text":{{JsonSerializer.Serialize(text)}}{{more}}}""";

    /// <summary>Reports an error as a reader, and gives the receipt.</summary>
    protected async Task<string> ReportAsync(Guid story, string text, string more = "")
    {
        using var reader = Reader();
        return await ReportAsync(reader, Report(story, text, more));
    }

    protected static async Task<string> ReportAsync(HttpClient client, string body)
    {
        using var response = await client.PostAsync("/api/v1/reports", Json(body), Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{(int)response.StatusCode}: {text}");
        var receipt = JsonDocument.Parse(text).RootElement.GetProperty("receipt").GetString()!;
        Assert.Equal($"/api/v1/reports/{receipt}", response.Headers.Location?.ToString());
        return receipt;
    }

    protected static Guid IdOf(string receipt) => Receipts.ToReport(receipt);

    protected async Task<JsonElement> FindAsync(Guid id)
    {
        var all = await GetAsync("/api/v1/reports?limit=100");
        return all.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == id);
    }

    protected static async Task<HttpResponseMessage> DeskAsync(
        HttpClient client, Guid id, string what, string body = "{}", string ifMatch = "*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reports/{id}/{what}");
        request.Content = Json(body);
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request, Cancel);
    }

    protected async Task<JsonElement> DoneAsync(Guid id, string what, string body = "{}")
    {
        using var response = await DeskAsync(Editor, id, what, body);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
