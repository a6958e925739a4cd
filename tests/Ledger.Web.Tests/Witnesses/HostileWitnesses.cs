using System.Globalization;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>What is at the address of a witness and does not answer as one.</summary>
public sealed class HostileWitnesses : IAsyncLifetime
{
    private static readonly IEd25519Key Right = Ed25519.Key(Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly IEd25519Key Wrong = Ed25519.Key(Enumerable.Repeat((byte)2, 32).ToArray());
    private static readonly VerifierKey Expected = new Cosigner("w.example", Right, TimeProvider.System).Key;

    private readonly ForeignLog log = new("log.example", 7);
    private WebApplication app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/{kind}/add-checkpoint", AnswerAsync);
        await app.StartAsync(Token);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("garbage", "answers without a cosignature of its key that verifies")]
    [InlineData("otherkey", "answers without a cosignature of its key that verifies")]
    [InlineData("forged", "answers without a cosignature of its key that verifies")]
    [InlineData("timeless", "answers without a cosignature of its key that verifies")]
    [InlineData("othertext", "answers without a cosignature of its key that verifies")]
    [InlineData("endless", "answers with far more than the protocol has")]
    [InlineData("nosize", "answers 409 without the size that it has cosigned last")]
    [InlineData("redirect", "answers 302; redirects are not followed")]
    [InlineData("404", "does not witness this log, or is not at this address: it answers 404")]
    [InlineData("403", "knows none of the keys that sign this log, and answers 403")]
    [InlineData("400", "cannot read what it was sent, and answers 400")]
    [InlineData("418", "answers 418, which is not of the protocol")]
    public async Task What_is_no_answer_of_a_witness_is_refused_and_said(string kind, string why) =>
        Assert.Equal(new WitnessReply.Refused(why), await AskAsync(kind));

    [Fact]
    public async Task A_witness_that_is_busy_silent_or_gone_is_away()
    {
        Assert.Equal(new WitnessReply.Away("answers 503", TimeSpan.FromSeconds(7)), await AskAsync("503"));
        Assert.Equal(new WitnessReply.Away("answers 429"), await AskAsync("429"));
        Assert.Equal(new WitnessReply.Away("does not answer within 0.5 seconds"), await AskAsync("silent"));
        Assert.IsType<WitnessReply.Away>(await AskAsync("aborted"));
    }

    [Fact]
    public async Task The_cosignature_is_found_among_lines_of_others()
    {
        var signature = Assert.IsType<WitnessReply.Cosigned>(await AskAsync("several")).Signature;
        Assert.Equal((Expected.Name, Expected.Id), (signature.Name, signature.KeyId));
        Assert.IsType<WitnessReply.Inconsistent>(await AskAsync("422"));
        Assert.Equal(new WitnessReply.Conflict(41), await AskAsync("conflict"));
    }

    private async Task<WitnessReply> AskAsync(string kind)
    {
        using var client = new WitnessClient(
            new() { Patience = TimeSpan.FromSeconds(kind == "silent" ? 0.5 : 60) }, TimeProvider.System, new Ed25519());
        return await client.AskAsync(
            new($"{app.Urls.Single()}/{kind}/add-checkpoint"), Expected, await log.RequestAsync(0, 3), Token);
    }

    private async Task AnswerAsync(HttpContext context, string kind)
    {
        var text = log.Sign(3).Text;
        var response = context.Response;
        switch (kind)
        {
            case "garbage":
                await response.WriteAsync("— w.example AAAA\nhello\n");
                break;
            case "otherkey":
                await response.WriteAsync($"{Sign(Wrong, text)}\n");
                break;
            case "forged":
                await response.WriteAsync($"{Sign(Wrong, text) with { KeyId = Expected.Id }}\n");
                break;
            case "timeless":
                await response.WriteAsync($"{Sign(Right, text, new Clock(0))}\n");
                break;
            case "othertext":
                await response.WriteAsync($"{Sign(Right, log.Sign(4).Text)}\n");
                break;
            case "several":
                await response.WriteAsync($"{Sign(Wrong, text)}\n{Sign(Right, text)}\n");
                break;
            case "endless":
                await response.Body.WriteAsync(new byte[70_000]);
                break;
            case "nosize":
                response.StatusCode = 409;
                await response.WriteAsync("-1\n");
                break;
            case "conflict":
                response.StatusCode = 409;
                await response.WriteAsync("41\n");
                break;
            case "redirect":
                response.Redirect("/several/add-checkpoint");
                break;
            case "silent":
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "aborted":
                context.Abort();
                break;
            default:
                response.StatusCode = int.Parse(kind, CultureInfo.InvariantCulture);
                if (kind == "503")
                    response.Headers.RetryAfter = "7";
                break;
        }
    }

    private static NoteSignature Sign(IEd25519Key key, string text, TimeProvider? time = null) =>
        new Cosigner(Expected.Name, key, time ?? TimeProvider.System).Sign(text);

    private sealed class Clock(long second) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(second);
    }
}
