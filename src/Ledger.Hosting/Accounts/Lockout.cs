using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>Counts attempts to sign in, of each name that is tried and of each address that tries.</summary>
/// <remarks>
/// A name that nobody has is counted as one that somebody has, so that being locked tells nothing about it.
/// </remarks>
public sealed class Lockout(NpgsqlDataSource database, SignInPolicy policy, TimeProvider time)
{
    /// <summary>Counts an attempt before it is looked at.</summary>
    /// <returns>How long to wait, when the attempt must not be looked at; else null.</returns>
    public async Task<TimeSpan?> BeginAsync(string name, IPAddress? address, CancellationToken cancellationToken) =>
        address is not null
            && await CountAsync(Subject(address), policy.FailuresOfAddress, cancellationToken) is { } byAddress
            ? byAddress
            : await CountAsync(Subject(name), policy.FailuresOfName, cancellationToken);

    /// <summary>Takes back what <see cref="BeginAsync"/> has counted, because the attempt was a good one.</summary>
    public async Task SucceedAsync(string name, IPAddress? address, CancellationToken cancellationToken)
    {
        await using var command = database.Statement(
            "attempt-over", Subject(name), address is null ? Array.Empty<byte>() : Subject(address));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether the name is locked now.</summary>
    public Task<bool> IsLockedAsync(string name, CancellationToken cancellationToken) =>
        IsLockedAsync(Subject(name), cancellationToken);

    /// <summary>Forgets what nobody has tried for a day.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Statement("attempt-forget", time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<TimeSpan?> CountAsync(byte[] subject, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using (var count = database.Statement(
            "attempt", subject, now, most, policy.FirstLock, policy.LongestLock))
        await using (var counted = await count.ExecuteReaderAsync(cancellationToken))
        {
            if (await counted.ReadAsync(cancellationToken))
                return null;
        }

        return await LockedUntilAsync(subject, cancellationToken) is { } until ? until - now : TimeSpan.FromSeconds(1);
    }

    private async Task<bool> IsLockedAsync(byte[] subject, CancellationToken cancellationToken) =>
        await LockedUntilAsync(subject, cancellationToken) is not null;

    private async Task<DateTimeOffset?> LockedUntilAsync(byte[] subject, CancellationToken cancellationToken)
    {
        await using var command = database.Statement("attempt-locked", subject, time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? AccountRow.TimeAt(row, 0) : null;
    }

    private static byte[] Subject(string name) => SHA256.HashData(Encoding.UTF8.GetBytes("name " + name));

    // Whoever has one address of a network of IPv6 has the whole 64 bits below it.
    private static byte[] Subject(IPAddress address) => SHA256.HashData(
        [0, .. Addresses.Plain(address) is { AddressFamily: AddressFamily.InterNetworkV6 } six
            ? six.GetAddressBytes()[..8]
            : Addresses.Plain(address).GetAddressBytes()]);
}
