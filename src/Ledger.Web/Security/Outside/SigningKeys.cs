using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Web.Security.Outside;

/// <summary>The keys of an identity provider, fetched again when they are old or one is missing.</summary>
/// <remarks>When they cannot be fetched, those that were fetched before go on being used.</remarks>
public sealed class SigningKeys(IdentityProvider provider, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private const int MostBytes = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    private readonly SemaphoreSlim fetching = new(1, 1);
    private volatile Fetched? last;

    /// <summary>The keys, among them the one of that id if the provider has it.</summary>
    public async Task<IReadOnlyList<SecurityKey>> GetAsync(string? keyId, CancellationToken cancellationToken)
    {
        if (IsGood(keyId))
            return last!.Keys;

        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (!IsGood(keyId))
                last = await FetchAsync(cancellationToken);

            return last!.Keys;
        }
        finally
        {
            fetching.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        fetching.Dispose();
    }

    private bool IsGood(string? keyId)
    {
        if (last is not { } known)
            return false;

        var age = time.GetUtcNow() - known.At;
        return age < provider.KeysPause || (age < provider.KeysLast && known.Keys.Any(key => key.KeyId == keyId));
    }

    private async Task<Fetched> FetchAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            return new(now, Read(await LoadAsync(cancellationToken)));
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException or UnauthorizedAccessException or ArgumentException
                or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.KeysNotFetched(provider.Keys, exception.Message);
            return new(now, last?.Keys ?? []);
        }
    }

    private async Task<string> LoadAsync(CancellationToken cancellationToken) =>
        Uri.TryCreate(provider.Keys, UriKind.Absolute, out var address) && !address.IsFile
            ? await http.GetStringAsync(address, cancellationToken)
            : await File.ReadAllTextAsync(provider.Keys, cancellationToken);

    // A secret that both sides know is no signature of anybody; a key without an id cannot be told from others.
    private static List<SecurityKey> Read(string text) =>
    [
        .. new JsonWebKeySet(text).GetSigningKeys()
            .Where(key => key is not SymmetricSecurityKey && key.KeyId is not null),
    ];

    private sealed record Fetched(DateTimeOffset At, IReadOnlyList<SecurityKey> Keys);
}
