using Ledger.Followers.Storing;

namespace Ledger.Followers.Wolverine.Events;

/// <summary>The follower that Wolverine is; the log begins for it where it is switched on at first.</summary>
internal sealed class WolverineFollowers(WolverineFollower follower, FollowerStore store) : IFollowerSource
{
    private bool hasBegun;

    public async Task<IReadOnlyList<IFollower>> ListAsync(CancellationToken cancellationToken)
    {
        if (!hasBegun)
        {
            await store.BeginAsync(WolverineFollower.FollowerName, after: null, null, cancellationToken);
            hasBegun = true;
        }

        return [follower];
    }
}
