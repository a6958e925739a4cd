using System.Globalization;
using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Witnesses;
using Ledger.Web.Health;
using Ledger.Web.Memory;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledger.Web.Witnesses;

/// <summary>This newsroom as a witness of other logs (C2SP tlog-witness).</summary>
internal static class WitnessEndpoints
{
    private const string Text = "text/plain; charset=utf-8";
    private const string SizeText = "text/x.tlog.size";
    private const string ForSeconds = "public, max-age=5";
    private const int HashLength = 64;

    // 63 hashes and a checkpoint with a hundred signatures have less.
    private const int LargestRequest = 64 * 1024;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void MapWitness(this IEndpointRouteBuilder app)
    {
        var witness = app.MapGroup("/witness").AllowAnonymous().WithMetadata(new ReadsNoModel())
            .ExcludeFromDescription();
        witness.MapPost("/add-checkpoint", AddAsync);
        witness.MapMethods("/{origin}/checkpoint", [HttpMethods.Get, HttpMethods.Head], CheckpointAsync);
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, CosigningDesk desk, WitnessRates rates, ILogger<WitnessRates> logger)
    {
        if (rates.FindWait(Senders.AddressOf(context) ?? "") is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Say(StatusCodes.Status429TooManyRequests, "This witness is asked too often from there.\n");
        }

        if (await ReadAsync(context.Request) is not { } body)
            return Say(StatusCodes.Status413PayloadTooLarge, "A checkpoint with its proof has 65536 bytes at most.\n");

        try
        {
            var word = await desk.AddAsync(AddCheckpoint.Parse(Strict.GetString(body)), context.RequestAborted);
            return word switch
            {
                null => Say(StatusCodes.Status404NotFound, "There is no witness here.\n"),
                { Answer: WitnessAnswer.Conflict } =>
                    TypedResults.Text(word.Text, SizeText, null, StatusCodes.Status409Conflict),
                _ => Say(word.Answer.Status, word.Text),
            };
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return Say(StatusCodes.Status400BadRequest, $"This cannot be read. {e.Message}\n");
        }
        catch (KeyFileException e)
        {
            logger.WitnessWithoutKey(e.Message);
            return Say(StatusCodes.Status503ServiceUnavailable, "This witness cannot sign now.\n");
        }
    }

    private static async Task<IResult> CheckpointAsync(HttpContext context, WitnessDesk desk, string origin)
    {
        if (origin.Length != HashLength || !origin.All(char.IsAsciiHexDigitLower)
            || await desk.FindCosignedAsync(Convert.FromHexString(origin), context.RequestAborted) is not { } note)
            return Say(StatusCodes.Status404NotFound, "This witness has cosigned nothing of such a log.\n");

        context.Response.Headers.CacheControl = ForSeconds;
        return new WholeBytes(Encoding.UTF8.GetBytes(note), Text);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestRequest)
            return null;

        var bytes = new byte[LargestRequest + 1];
        var length = await request.Body.ReadAtLeastAsync(
            bytes, bytes.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > LargestRequest ? null : bytes[..length];
    }

    private static ContentHttpResult Say(int status, string text) =>
        TypedResults.Text(text, Text, Encoding.UTF8, status);
}
