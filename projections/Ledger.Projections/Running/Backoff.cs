namespace Ledger.Projections.Running;

/// <summary>Pauses that grow, from a tenth of a second to ten.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public TimeSpan Next { get; private set; } = Shortest;

    public void Reset() => Next = Shortest;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Next, cancellationToken);
        Next = Next * 2 < Longest ? Next * 2 : Longest;
    }
}
