namespace Ledger.EventStore.Verifying;

/// <summary>One way to look whether the database still says what was once written to it.</summary>
/// <remarks>It trusts nothing that it could recompute, changes nothing, and goes on behind what it finds.</remarks>
public interface ICheck
{
    /// <summary>What is checked, in one or two words, for ever.</summary>
    string Name { get; }

    /// <summary>Looks, and gives what is wrong as soon as it is found.</summary>
    /// <param name="progress">Told how many of the things to be checked have been.</param>
    /// <param name="cancellationToken">Ends the check before it is through.</param>
    IAsyncEnumerable<Finding> RunAsync(IProgress<CheckProgress>? progress, CancellationToken cancellationToken);
}
