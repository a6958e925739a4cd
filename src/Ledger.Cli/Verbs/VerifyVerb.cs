using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.EventStore.Verifying;
using Ledger.Hosting.Verifying;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Verbs;

/// <summary>What a verification came to.</summary>
/// <param name="Checks">The checks that were asked for, in their order.</param>
internal sealed record Verified(bool IsSound, IReadOnlyList<string> Checks, IReadOnlyList<Finding> Findings);

internal static class VerifyVerb
{
    public static Command Create()
    {
        var full = new Option<bool>("--full") { Description = "Class every change of text again, too" };
        var against = new Option<string?>("--against")
        {
            Description = "A checkpoint that was kept, which the log of today must extend; '-' reads standard input",
            HelpName = "CHECKPOINT-FILE",
        };
        var bundle = new Option<string?>("--bundle")
        {
            Description = "Verifies an audit bundle instead, with no database; '-' reads standard input",
            HelpName = "FILE",
        };
        var vkeys = new Option<string[]>("--vkey")
        {
            Description = "A public key of the log to check signatures with; it may be given several times",
            HelpName = "VKEY",
        };
        var command = new Command(
            "verify", "Recomputes everything and names each event, row or tile that is wrong; then the exit code is 1")
        {
            full, against, bundle, vkeys,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var keys = (parsed.GetValue(vkeys) ?? []).Select(KeyOption.Verifier).ToList();
            if (parsed.GetValue(bundle) is { } exported)
            {
                return parsed.GetValue(full) || parsed.GetValue(against) is not null
                    ? throw new UsageException("A bundle is verified by itself: without --full and --against.")
                    : await BundleVerifying.RunAsync(
                        parsed, exported, [.. keys.Select(key => key.Key)], cancellationToken);
            }

            var kept = parsed.GetValue(against) is { } file ? await ReadAsync(file, cancellationToken) : null;
            var scope = new VerificationScope(parsed.GetValue(full), kept)
            {
                Keys = keys,
            };
            await using var session = await Session.OpenAsFoundAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var verified = await RunAsync(session, scope, cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(verified, cancellationToken);
            else
                await Output.LineAsync(Summary(verified), cancellationToken);

            return verified.IsSound ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static async Task<Verified> RunAsync(
        Session session, VerificationScope scope, CancellationToken cancellationToken)
    {
        var verification = session.Get<Verification>();
        using var line = new ProgressLine();
        var findings = new List<Finding>();
        var progress = line.For<CheckProgress>(Describe);
        await foreach (var finding in verification.RunAsync(scope, progress, cancellationToken))
        {
            findings.Add(finding);
            line.Clear();
            if (!session.AsJson)
                await Output.LineAsync(Plain.Line($"{finding.Where} {finding.What}."), cancellationToken);
        }

        return new(findings.Count == 0, verification.Names(scope), findings);
    }

    private static async Task<SignedNote> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var note = SignedNote.Parse(await Input.ReadAsync(file, cancellationToken));
            Checkpoint.Parse(note.Text);
            return note;
        }
        catch (FormatException e)
        {
            throw new UsageException($"{file} is no checkpoint: {e.Message}");
        }
    }

    private static string Describe(CheckProgress progress) => progress.Total == 0
        ? $"{progress.Check} ..."
        : string.Create(CultureInfo.InvariantCulture,
            $"{progress.Check}: {progress.Done:N0} of {progress.Total:N0}");

    private static string Summary(Verified verified) => verified.IsSound
        ? $"Nothing is other than it was written: {string.Join(", ", verified.Checks)}."
        : string.Create(CultureInfo.InvariantCulture, $"{verified.Findings.Count} found.");
}
