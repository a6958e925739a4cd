using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Witnesses;

namespace Ledger.Cli.Running;

/// <summary>A policy of witnesses in a file that a person names.</summary>
internal static class PolicyOption
{
    /// <exception cref="UsageException">It cannot be used.</exception>
    public static TlogPolicy Read(string file)
    {
        try
        {
            return PolicyFile.Read(file);
        }
        catch (PolicyFileException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
