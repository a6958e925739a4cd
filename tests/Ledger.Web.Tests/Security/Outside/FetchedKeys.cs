using Ledger.Testing;
using Ledger.Web.Security.Outside;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Web.Tests.Security.Outside;

/// <summary>When the keys of an identity provider are fetched, by a clock that the test sets.</summary>
public sealed class FetchedKeys : IAsyncLifetime
{
    private readonly RsaSecurityKey first = Provider.Rsa("rsa-1");
    private readonly RsaSecurityKey next = Provider.Rsa("rsa-2");
    private readonly SetClock clock = new(DateTimeOffset.UtcNow);
    private Provider provider = null!;
    private IdentityProvider settings = null!;
    private SigningKeys keys = null!;
    private OutsideTokens tokens = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await Provider.StartAsync(first);
        settings = new()
        {
            Issuer = Provider.Issuer,
            Audience = Provider.Audience,
            Keys = provider.KeysAddress,
            KeysLast = TimeSpan.FromSeconds(60),
            KeysPause = TimeSpan.FromSeconds(10),
        };
        keys = new(settings, clock, NullLogger<SigningKeys>.Instance);
        tokens = new(settings, keys, clock);
    }

    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_fetched_and_not_again_and_again()
    {
        await HoldsAsync(first, isTaken: true, fetches: 1);
        await HoldsAsync(next, isTaken: false, fetches: 1);

        provider.Publish(first, next);
        clock.Advance(settings.KeysPause);
        await HoldsAsync(next, isTaken: true, fetches: 2);
        for (var n = 0; n < 20; n++)
            await HoldsAsync(Guess(n), isTaken: false, fetches: 2);

        clock.Advance(settings.KeysPause);
        await HoldsAsync(Guess(20), isTaken: false, fetches: 3);
    }

    [Fact]
    public async Task What_was_fetched_goes_on_being_used_when_the_provider_does_not_answer()
    {
        await HoldsAsync(first, isTaken: true, fetches: 1);

        provider.IsDown = true;
        clock.Advance(settings.KeysLast);

        await HoldsAsync(next, isTaken: false);
        await HoldsAsync(first, isTaken: true);
    }

    [Fact]
    public async Task A_key_that_is_withdrawn_is_used_until_the_keys_are_old_and_no_longer()
    {
        provider.Publish(first, next);
        await HoldsAsync(next, isTaken: true, fetches: 1);
        provider.Publish(first);

        clock.Advance(settings.KeysLast - TimeSpan.FromSeconds(1));
        await HoldsAsync(next, isTaken: true, fetches: 1);
        clock.Advance(TimeSpan.FromSeconds(1));
        await HoldsAsync(next, isTaken: false, fetches: 2);
        await HoldsAsync(first, isTaken: true, fetches: 2);
    }

    private RsaSecurityKey Guess(int n) => new(next.Rsa) { KeyId = $"guess-{n}" };

    private async Task HoldsAsync(RsaSecurityKey key, bool isTaken, int? fetches = null)
    {
        var actor = await tokens.FindAsync(
            Provider.Sign(key, "RS256"), TestContext.Current.CancellationToken);
        Assert.Equal(isTaken, actor is not null);
        Assert.Equal(fetches ?? provider.Fetches, provider.Fetches);
    }
}
