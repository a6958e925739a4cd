namespace Ledger.Hosting.Embedded;

/// <summary>Who uses the cluster of a folder, by locks on two files that hold nothing.</summary>
/// <remarks>
/// <c>start.lock</c> is held while somebody starts or stops the cluster, <c>users.lock</c> is shared by all who use
/// it. The last user is the one who can lock the second one alone. The system takes the locks of a program that is
/// killed, so that it does not count.
/// </remarks>
internal sealed class ClusterUse(string folder) : IDisposable
{
    private FileLock? use;

    private string StartFile => Path.Combine(folder, "start.lock");

    private string UsersFile => Path.Combine(folder, "users.lock");

    /// <summary>Waits until nobody else starts or stops the cluster.</summary>
    public Task<FileLock> AloneWithStartingAsync(CancellationToken cancellationToken) =>
        FileLock.ExclusiveAsync(StartFile, cancellationToken);

    /// <summary>Becomes a user; to be called under the start lock.</summary>
    public void Begin() => use = FileLock.TryShared(UsersFile)
        ?? throw new InvalidOperationException($"{UsersFile} is locked by somebody who does not hold {StartFile}.");

    /// <summary>Is a user no longer; to be called under the start lock.</summary>
    /// <returns>Whether nobody else is one.</returns>
    public bool End()
    {
        Dispose();
        using var alone = FileLock.TryExclusive(UsersFile);
        return alone is not null;
    }

    public void Dispose() => use?.Dispose();
}
