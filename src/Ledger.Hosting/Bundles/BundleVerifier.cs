using System.Text.Json;
using Ledger.EventStore;
using Ledger.Formats;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Bundles;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Bundles;

/// <summary>What the verification of a bundle came to.</summary>
/// <param name="Findings">What is wrong: sentences without their full stops, in the order of the lines.</param>
/// <param name="Header">What the bundle says that it is; null where that could not be read.</param>
/// <param name="Size">How many events the log had by the checkpoint.</param>
/// <param name="Events">How many events the bundle has; likewise the versions and exposures that were made again.
/// </param>
/// <param name="Witnesses">The witnesses whose cosignatures are right.</param>
public sealed record VerifiedBundle(
    IReadOnlyList<string> Findings, BundleHeader? Header, long Size, long Events, long Versions, long Exposures,
    IReadOnlyList<string> Witnesses)
{
    /// <summary>Whether the policy was adopted by an event of the bundle; a default is shown by nothing.</summary>
    public bool HasAdoptedPolicy { get; init; }
}

/// <summary>Verifies an audit bundle with nothing but the bundle and, where there is one, a key that is trusted.
/// </summary>
/// <remarks>
/// The format is described in <c>ops/bundle-format.md</c>. The script <c>ops/verify-bundle</c> finds the same, in the
/// same words. After a line that cannot be read, or stands where it may not, nothing more is read.
/// </remarks>
/// <param name="catalogue">How events are read.</param>
public sealed class BundleVerifier(EventCatalogue catalogue)
{
    // More than the largest event that the limits of any newsroom allow.
    private const int LongestLine = 1 << 30;

    /// <summary>Reads a bundle to its end.</summary>
    /// <param name="keys">The public keys to believe; where there are none, those that the bundle names.</param>
    /// <exception cref="InputFormatException">A line is longer than any that is written.</exception>
    public async Task<VerifiedBundle> VerifyAsync(
        Stream bundle, IReadOnlyList<VerifierKey> keys, CancellationToken cancellationToken)
    {
        var lines = new LineReader(bundle, LongestLine);
        var findings = new List<string>();
        var (header, proofs) = await BeginAsync(lines, keys, findings, cancellationToken);
        if (header is null || proofs is null)
            return new(findings, header, 0, 0, 0, 0, []);

        findings.AddRange(proofs.CheckCheckpoint());
        var reading = new BundleReading(catalogue, header, proofs);
        while (await lines.ReadAsync(cancellationToken) is { } line)
        {
            if (!Read(reading, line, lines.Number, findings))
                return Result();
        }

        if (!reading.HasEnded)
            findings.Add("the bundle has no last line, so it was cut off");

        return Result();

        VerifiedBundle Result() => new(
            findings, header, proofs.Size, reading.Events, reading.Versions, reading.Exposures, proofs.Witnesses)
        {
            HasAdoptedPolicy = reading.HasAdoptedPolicy,
        };
    }

    private static async Task<(BundleHeader? Header, BundleProofs? Proofs)> BeginAsync(
        LineReader lines, IReadOnlyList<VerifierKey> keys, List<string> findings, CancellationToken cancellationToken)
    {
        var first = await lines.ReadAsync(cancellationToken) ?? ReadOnlyMemory<byte>.Empty;
        if (Parse(first, lines.Number, findings) is not { } json)
            return (null, null);

        BundleHeader? header = null;
        try
        {
            header = BundleHeader.Parse(json);
            return (header, new(header, keys.Count > 0 ? keys : header.Keys, new Ed25519()));
        }
        catch (FormatException)
        {
            findings.Add(header is null ? Unlike(lines.Number) : "the checkpoint cannot be read");
            return (header, null);
        }
    }

    /// <returns>Whether what follows can be read.</returns>
    private static bool Read(BundleReading reading, ReadOnlyMemory<byte> line, long number, List<string> findings)
    {
        if (Parse(line, number, findings) is not { } json)
            return false;

        try
        {
            findings.AddRange(reading.Read(json, number - 1));
            return true;
        }
        catch (FormatException)
        {
            findings.Add(Unlike(number));
        }
        catch (MisplacedLineException)
        {
            findings.Add(FormattableString.Invariant($"line {number} stands where it may not"));
        }

        return false;
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> line, long number, List<string> findings)
    {
        try
        {
            return BundleLine.Read(line);
        }
        catch (FormatException)
        {
            findings.Add(FormattableString.Invariant($"line {number} cannot be read"));
            return null;
        }
    }

    private static string Unlike(long number) =>
        FormattableString.Invariant($"line {number} has not the form of a line of a bundle");
}
