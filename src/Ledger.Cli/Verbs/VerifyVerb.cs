using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.EventStore.Verifying;
using Ledger.Hosting.Verifying;

namespace Ledger.Cli.Verbs;

/// <summary>What a verification came to.</summary>
/// <param name="Checks">The checks that were asked for, in their order.</param>
internal sealed record Verified(bool IsSound, IReadOnlyList<string> Checks, IReadOnlyList<Finding> Findings);

internal static class VerifyVerb
{
    public static Command Create()
    {
        var full = new Option<bool>("--full") { Description = "Class every change of text again, too" };
        var command = new Command(
            "verify", "Recomputes everything and names each event, row or table that is wrong; then the exit code is 1")
        {
            full,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsFoundAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var isFull = parsed.GetValue(full);
            var verified = await RunAsync(session, isFull, cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(verified, cancellationToken);
            else
                await Output.LineAsync(Summary(verified), cancellationToken);

            return verified.IsSound ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static async Task<Verified> RunAsync(Session session, bool isFull, CancellationToken cancellationToken)
    {
        var verification = session.Get<Verification>();
        using var line = new ProgressLine();
        var findings = new List<Finding>();
        var progress = line.For<CheckProgress>(Describe);
        await foreach (var finding in verification.RunAsync(isFull, progress, cancellationToken))
        {
            findings.Add(finding);
            line.Clear();
            if (!session.AsJson)
                await Output.LineAsync(Plain.Line($"{finding.Where} {finding.What}."), cancellationToken);
        }

        return new(findings.Count == 0, verification.Names(isFull), findings);
    }

    private static string Describe(CheckProgress progress) => progress.Total == 0
        ? $"{progress.Check} ..."
        : string.Create(CultureInfo.InvariantCulture,
            $"{progress.Check}: {progress.Done:N0} of {progress.Total:N0}");

    private static string Summary(Verified verified) => verified.IsSound
        ? $"Nothing is other than it was written: {string.Join(", ", verified.Checks)}."
        : string.Create(CultureInfo.InvariantCulture, $"{verified.Findings.Count} found.");
}
