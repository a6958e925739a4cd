using System.Net;
using Ledger.Application;
using Ledger.Application.People;
using Ledger.Hosting.Bundles;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Log;

/// <summary>An auditor takes a bundle of a story away.</summary>
public sealed class Bundles(SignedServer fixture) : IClassFixture<SignedServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("public")]
    [InlineData("regulator")]
    [InlineData("court")]
    public async Task What_is_downloaded_verifies(string level)
    {
        using var auditor = await Visitor.SignedInAsync(fixture.Server, Role.Auditor);
        var log = await auditor.GetAsync("/audit?story=wall");
        await auditor.GetAsync(log.QuerySelector("#bundle")!.GetAttribute("href")!);
        Assert.Equal(("Audit bundle", "wall"), (auditor.Text("h1"), auditor.Value("#story")));

        await auditor.GetAsync($"/audit/bundle?story=wall&level={level}");

        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Equal("application/jsonl", auditor.Answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(
            $"-{level}.jsonl", auditor.Answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        using var bundle = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(auditor.Html));
        var verified = await new BundleVerifier(LedgerEvents.Catalogue).VerifyAsync(bundle, [], Token);
        Assert.Empty(verified.Findings);
        Assert.Equal((level, SignedServer.Origin), (verified.Header!.Level, verified.Header.Origin));
        Assert.Equal((SignedServer.Revisions, SignedServer.Revisions), (verified.Events, verified.Versions));
    }

    [Theory]
    [InlineData("/audit/bundle?story=bridge&level=public", HttpStatusCode.NotFound,
        "No story has, or ever had, the id or address “bridge”.")]
    [InlineData("/audit/bundle?story=01a206c4-04f9-7b17-8979-245c573f0cc1&level=public", HttpStatusCode.NotFound,
        "No story has, or ever had, the id or address “01a206c4-04f9-7b17-8979-245c573f0cc1”.")]
    [InlineData("/audit/bundle?story=wall&level=all", HttpStatusCode.BadRequest,
        "A bundle is public, or for a regulator, or for a court.")]
    public async Task What_is_not_there_is_said_not_to_be(string path, HttpStatusCode status, string problem)
    {
        using var auditor = await Visitor.SignedInAsync(fixture.Server, Role.Auditor);

        await auditor.GetAsync(path);

        Assert.Equal((status, problem), (auditor.Status, auditor.Text("[role=alert]")));
    }

    [Fact]
    public async Task Where_nothing_is_signed_there_is_none()
    {
        await using var server = await WebServer.StartAsync(new());
        await server.PublishAsync(Newsroom.Short("The wall", "Text."), "wall");
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);

        await auditor.GetAsync("/audit/bundle?story=wall&level=public");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, auditor.Status);
        Assert.StartsWith("The log is not signed", auditor.Text("[role=alert]"), StringComparison.Ordinal);
    }
}
