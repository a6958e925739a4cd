namespace Ledger.EventStore;

/// <summary>Which events of a stream to read; the default is all of them.</summary>
/// <param name="FromVersion">The first version to read, 1 or more; it is part of the range.</param>
/// <param name="ToVersion">The last version to read; it is part of the range.</param>
/// <param name="ToTime">Events recorded after this time are left out; one recorded at it is part of the range.</param>
public sealed record StreamRange(long FromVersion = 1, long ToVersion = long.MaxValue, DateTimeOffset? ToTime = null)
{
    /// <summary>The whole stream.</summary>
    public static StreamRange All { get; } = new();
}
