using Ledger.Benchmarks.Harness;
using MediatR;

namespace Ledger.Benchmarks.Writing;

/// <summary>All writers of a newsroom.</summary>
internal sealed class Desks
{
    private readonly IReadOnlyList<Desk> all;

    private Desks(IReadOnlyList<Desk> all) => this.all = all;

    /// <summary>Publishes so many stories, shared out among so many desks.</summary>
    public static async Task<Desks> OpenAsync(
        IMediator mediator, int desks, int stories, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(0, desks).Select(seed => new Desk(mediator, seed)).ToList();
        await Task.WhenAll(all.Select(desk => desk.OpenAsync(stories / desks, cancellationToken)));
        return new(all);
    }

    /// <summary>Commands by so many callers at once. Each goes round desks that no other uses.</summary>
    public Task<Sample> WriteAsync(int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var next = Enumerable.Range(0, callers).ToArray();
        return Load.RunAsync(callers, duration, WriteAsync, cancellationToken);

        Task WriteAsync(int caller, CancellationToken token)
        {
            var desk = all[next[caller]];
            next[caller] += callers;
            if (next[caller] >= all.Count)
                next[caller] = caller;

            return desk.WriteAsync(token);
        }
    }
}
