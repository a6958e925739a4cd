using System.Globalization;
using Ledger.Cli.Showing;
using Ledger.Hosting.Witnesses;

namespace Ledger.Cli.Verbs;

/// <summary>Witnesses in words: those of this log, and the logs that are witnessed here.</summary>
internal static class WitnessShowing
{
    public static string Standing(WitnessStatus? status) => status is null
        ? ""
        : (status.Fault is { } fault ? $"DOUBTED BY A WITNESS: {Plain.Line(fault)}\n" : "")
            + string.Create(CultureInfo.InvariantCulture,
                $"A quorum of witnesses has cosigned {status.Size} events; {status.Behind} were signed since.\n");

    public static string Table(WitnessStatus? status) => status is not { Witnesses.Count: > 0 }
        ? ""
        : Columns.Of(status.Witnesses.Select(Row).Prepend(["Witness", "Cosigned", "State"]));

    public static string Table(IReadOnlyList<WitnessedLog> logs) => logs.Count == 0
        ? "This newsroom witnesses no log yet.\n"
        : Columns.Of(logs.Select(Row).Prepend(["Log", "Cosigned", "At", "Splits", "Rollbacks", "Unproven"]));

    private static string[] Row(WitnessLine witness) =>
    [
        Plain.Line(witness.Name),
        witness.Size.ToString(CultureInfo.InvariantCulture),
        witness switch
        {
            { Address: null } => "has no address in the policy",
            { Reason: { } reason } => Plain.Line(reason),
            { AskedAt: null } => "not asked yet",
            _ => "cosigns",
        },
    ];

    private static string[] Row(WitnessedLog log) =>
    [
        Plain.Line(log.Origin) + (log.Keys.Count == 0 ? " (stopped)" : ""),
        log.Size.ToString(CultureInfo.InvariantCulture),
        log.CosignedAt is { } at ? Plain.Time(at) : "never",
        log.Splits.ToString(CultureInfo.InvariantCulture),
        log.Rollbacks.ToString(CultureInfo.InvariantCulture),
        log.Unproven.ToString(CultureInfo.InvariantCulture),
    ];
}
