using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;

namespace Ledger.Hosting.Witnesses;

/// <summary>Brings checkpoints to witnesses (C2SP tlog-witness, add-checkpoint).</summary>
/// <remarks>
/// Their addresses are of the operator's own file, so that private ones are as good as others; but they are not led
/// elsewhere by redirects, and of an answer no more is read than cosignatures need.
/// </remarks>
public sealed class WitnessClient : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private const int LongestHeaders = 16;
    private const int LongestReason = 300;

    private readonly WitnessSettings settings;
    private readonly TimeProvider time;
    private readonly IEd25519 ed25519;
    private readonly HttpClient client;

    public WitnessClient(WitnessSettings settings, TimeProvider time, IEd25519 ed25519)
    {
        (this.settings, this.time, this.ed25519) = (settings, time, ed25519);
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = LongestHeaders,

            // A witness that moves is found at its new address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new("Ledger", null));
    }

    /// <param name="address">Where to, with the path.</param>
    /// <param name="witness">Whose cosignature is expected.</param>
    /// <param name="request">What is brought.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WitnessReply> AskAsync(
        Uri address, VerifierKey witness, AddCheckpoint request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(settings.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent(request.ToString(), Encoding.UTF8, "text/plain"),
            };
            using var answer = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await JudgeAsync(answer, witness, request.Note, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WitnessReply.Away(string.Create(CultureInfo.InvariantCulture,
                $"does not answer within {settings.Patience.TotalSeconds:0.###} seconds"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new WitnessReply.Away($"cannot be reached: {OneLine(e.GetBaseException().Message)}");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<WitnessReply> JudgeAsync(
        HttpResponseMessage answer, VerifierKey witness, SignedNote note, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        if (status == 422)
            return new WitnessReply.Inconsistent();

        if (status is not (200 or 409))
            return WitnessReply.Of(status, Wait(answer.Headers.RetryAfter));

        if (await ReadAsync(answer.Content, cancellationToken) is not { } text)
            return new WitnessReply.Refused("answers with far more than the protocol has");

        if (status == 200)
            return CosignatureOf(text, witness, note);

        return text.EndsWith('\n') && WholeNumber.TryParse(text[..^1]) is { } size
            ? new WitnessReply.Conflict(size)
            : new WitnessReply.Refused("answers 409 without the size that it has cosigned last");
    }

    // Lines of keys that nobody here knows are passed over.
    private WitnessReply CosignatureOf(string text, VerifierKey witness, SignedNote note)
    {
        var verifier = new NoteVerifier(witness, ed25519);
        var lines = text.Split('\n').Select(NoteSignature.TryParse).OfType<NoteSignature>();
        return lines.FirstOrDefault(line =>
            (line.Name, line.KeyId) == (witness.Name, witness.Id)
            && Cosignature.TimeOf(line) > DateTimeOffset.UnixEpoch
            && verifier.IsValid(note.Text, line)) is { } right
            ? new WitnessReply.Cosigned(right)
            : new WitnessReply.Refused("answers without a cosignature of its key that verifies");
    }

    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[LargestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(
            bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LargestAnswer ? null : Encoding.UTF8.GetString(bytes, 0, length);
    }

    // It may repeat what the other side has sent.
    private static string OneLine(string message) =>
        new([.. message.TrimEnd('.').Where(c => !char.IsControl(c)).Take(LongestReason)]);

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
}
