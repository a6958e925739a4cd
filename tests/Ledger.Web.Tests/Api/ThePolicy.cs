using System.Net;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.Formats.Changes;
using Ledger.Web.Tests.Reports;

namespace Ledger.Web.Tests.Api;

/// <summary>The rules of the house over the API, and that what they say holds.</summary>
public sealed class ThePolicy(WebServer server) : ReportApiTest(server)
{
    [Fact]
    public async Task It_is_adopted_as_a_whole_and_at_the_version_that_was_read()
    {
        using var standards = await Server.ClientAsync(Role.Standards);
        var (version, policy) = await CurrentAsync();
        var stricter = PolicyJson.Write(policy with { LateAfterDays = policy.LateAfterDays - 1 });

        await RefusedAsync(428, "precondition-required", () => PutAsync(standards, null, stricter));
        await RefusedAsync(412, "stale-version", () => PutAsync(standards, version + 1, stricter));
        await RefusedAsync(403, "not-allowed", () => PutAsync(Editor, version, stricter));
        await RefusedAsync(400, "invalid-json", () => PutAsync(standards, version, """{"policy":{}}"""));
        await RefusedAsync(422, "invalid-field", () => PutAsync(standards, version, PolicyJson.Write(
            policy with { Limits = policy.Limits with { Claims = 0 } })));
        using var adopted = await PutAsync(standards, version, stricter);

        Assert.Equal(HttpStatusCode.OK, adopted.StatusCode);
        var now = await CurrentAsync();
        Assert.Equal((version + 1, policy.LateAfterDays - 1), (now.Version, now.Policy.LateAfterDays));
        Assert.Equal($"\"{now.Version}\"", adopted.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Its_hours_are_the_deadlines_of_reports()
    {
        using var standards = await Server.ClientAsync(Role.Standards);
        var (version, policy) = await CurrentAsync();
        var hours = policy.Deadlines.DecideHours with { Substantive = 5 };
        using var adopted = await PutAsync(standards, version, PolicyJson.Write(
            policy with { Deadlines = policy.Deadlines with { TriageHours = 3, DecideHours = hours } }));
        Assert.Equal(HttpStatusCode.OK, adopted.StatusCode);
        var story = await PublishAsync();

        var before = DateTimeOffset.UtcNow;
        var id = IdOf(await ReportAsync(story.Id, "It was 14 million."));
        var received = await FindAsync(id);
        await DoneAsync(id, "triage", """{"class":"factual-error","owner":"user:ada"}""");
        var triaged = await FindAsync(id);
        var after = DateTimeOffset.UtcNow;

        Assert.InRange(DueAt(received), before.AddHours(3).AddSeconds(-1), after.AddHours(3));
        Assert.InRange(DueAt(triaged), before.AddHours(5).AddSeconds(-1), after.AddHours(5));
    }

    private static DateTimeOffset DueAt(JsonElement report) => report.GetProperty("dueAt").GetDateTimeOffset();

    private async Task<(int Version, HousePolicy Policy)> CurrentAsync()
    {
        var body = await GetAsync("/api/v1/policy");
        var file = JsonSerializer.SerializeToUtf8Bytes(new { policy = body.GetProperty("policy") });
        return (Number(body, "version"), PolicyJson.Read(file).Policy);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, int? version, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/policy") { Content = Json(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");

        return await client.SendAsync(request, Cancel);
    }
}
