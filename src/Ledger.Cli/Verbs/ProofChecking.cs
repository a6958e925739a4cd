using System.Globalization;
using System.Text;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;

namespace Ledger.Cli.Verbs;

/// <summary>Checks a proof with nothing but public keys and, where there is one, a policy of witnesses.</summary>
internal static class ProofChecking
{
    /// <exception cref="UsageException">No key of a log is named, or the policy cannot be used.</exception>
    public static async Task<int> RunAsync(
        string file, string[] vkeys, string? policyFile, CancellationToken cancellationToken)
    {
        var ed25519 = new Ed25519();
        var policy = policyFile is null ? null : PolicyOption.Read(policyFile);
        var logs = vkeys.Select(KeyOption.Verifier)
            .Concat(policy?.Logs.Select(log => new NoteVerifier(log.Key, ed25519)) ?? [])
            .ToList();
        if (logs.Count == 0)
            throw new UsageException("A proof is checked with the log's public key; name it by --vkey or --policy.");

        try
        {
            var proof = TlogProof.Parse(Encoding.UTF8.GetString(await Input.ReadAsync(file, cancellationToken)));
            if (proof.Extra is not { } leaf)
                throw new ProofException("The proof has no leaf, and so says nothing of any event.");

            var checkpoint = proof.Check(leaf.Span, logs);
            var cosigners = policy is null ? "" : RequireQuorum(policy, proof.Checkpoint, ed25519);
            await Output.LineAsync(Encoding.UTF8.GetString(leaf.Span), cancellationToken);
            await Output.TextAsync(string.Create(CultureInfo.InvariantCulture,
                $"This leaf is at index {proof.Index} of {checkpoint.Size} that '{checkpoint.Origin}' has signed.\n")
                + cosigners, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is ProofException or BadSignatureException or FormatException)
        {
            ErrorOutput.Notice(e.Message);
            return ExitCode.CheckFailed;
        }
    }

    private static string RequireQuorum(TlogPolicy policy, SignedNote note, Ed25519 ed25519)
    {
        var cosigners = policy.CosignersOf(note, ed25519);
        var names = cosigners.Count == 0
            ? "nobody"
            : Plain.Line(string.Join(", ", cosigners.Order(StringComparer.Ordinal)));
        return policy.IsMetBy(cosigners)
            ? $"The quorum of the policy holds: cosigned by {names}.\n"
            : throw new ProofException($"The checkpoint lacks the quorum of the policy: it is cosigned by {names}.");
    }
}
