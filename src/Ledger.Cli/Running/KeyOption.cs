using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Running;

/// <summary>Public keys as they are named on the command line.</summary>
internal static class KeyOption
{
    /// <exception cref="UsageException">It is no vkey.</exception>
    public static INoteVerifier Verifier(string vkey)
    {
        try
        {
            return Ed25519.Verifier(vkey);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
