using System.CommandLine;
using System.Globalization;
using Ledger.Application;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Bundles;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Verbs;

/// <summary>Verifies an audit bundle, and says what that shows and what it does not.</summary>
internal static class BundleVerifying
{
    public static async Task<int> RunAsync(
        ParseResult parsed, string file, IReadOnlyList<VerifierKey> keys, CancellationToken cancellationToken)
    {
        await using var stream = Input.Open(file);
        var verified = await new BundleVerifier(LedgerEvents.Catalogue).VerifyAsync(stream, keys, cancellationToken);
        if (parsed.GetValue(GlobalOptions.Json))
            await Output.JsonAsync(
                new { IsSound = verified.Findings.Count == 0, Trusted = keys.Count > 0, verified.Findings },
                cancellationToken);
        else
            await Output.TextAsync(Text(verified, keys), cancellationToken);

        return verified.Findings.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static string Text(VerifiedBundle verified, IReadOnlyList<VerifierKey> keys)
    {
        var findings = string.Concat(verified.Findings.Select(finding => $"WRONG: {Plain.Line(finding)}.\n"));
        if (verified.Findings.Count > 0)
            return findings + string.Create(CultureInfo.InvariantCulture, $"{verified.Findings.Count} found.\n");

        var header = verified.Header!;
        return string.Concat(Sentences(verified).Select(sentence => $"{sentence}\n"))
            + (keys.Count > 0 ? "" : $"Not checked: whether the key is that of '{Plain.Line(header.Origin)}', since "
                + "the bundle itself names it; give the one that you trust by --vkey.\n")
            + (header.Story is null ? "" : "Not checked: whether the story has later events; a bundle of the whole log "
                + "shows that.\n")
            + (verified.HasAdoptedPolicy ? "" : "Not checked: the policy, since none that is shown was adopted; the "
                + "bundle says what the default was.\n");
    }

    private static IEnumerable<string> Sentences(VerifiedBundle verified) =>
    [
        string.Create(CultureInfo.InvariantCulture,
            $"Held: {verified.Events} of {verified.Size} events of '{Plain.Line(verified.Header!.Origin)}', at the "
                + $"level {verified.Header.Level}, by the signed checkpoint."),
        string.Create(CultureInfo.InvariantCulture,
            $"Held: {verified.Versions} versions and {verified.Exposures} exposures, made again from the events."),
        .. verified.Witnesses.Select(name => $"Held: the cosignature of '{Plain.Line(name)}'."),
    ];
}
