namespace Ledger.Testing;

/// <summary>A clock that stands still until a test sets it.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset current = now;

    public void Advance(TimeSpan by) => current += by;

    public override DateTimeOffset GetUtcNow() => current;
}
