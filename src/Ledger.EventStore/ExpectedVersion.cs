using System.Globalization;

namespace Ledger.EventStore;

/// <summary>What a writer believes about a stream at the moment of its append.</summary>
public readonly record struct ExpectedVersion
{
    private readonly long? exactly;

    private ExpectedVersion(long? exactly) => this.exactly = exactly;

    /// <summary>The stream has no event yet.</summary>
    public static ExpectedVersion NoStream { get; } = new(0);

    /// <summary>Whatever it is.</summary>
    public static ExpectedVersion Any { get; } = new(null);

    /// <summary>The version of the stream's last event, 1 or more; 0 is the same as <see cref="NoStream"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is negative.</exception>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new(version);
    }

    /// <summary>The version that is expected, 0 for no stream, or null for any.</summary>
    public long? Value => exactly;

    /// <summary>Whether a stream at <paramref name="version"/> (0 when it has no event) is as expected.</summary>
    public bool IsMetBy(long version) => exactly is null || exactly == version;

    /// <inheritdoc/>
    public override string ToString() => exactly switch
    {
        null => "any version",
        0 => "no stream",
        var version => string.Create(CultureInfo.InvariantCulture, $"version {version}"),
    };
}
