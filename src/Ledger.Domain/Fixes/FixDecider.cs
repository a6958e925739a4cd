using System.Diagnostics;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Fixes;

/// <summary>What somebody wants done to a proposed fix.</summary>
public abstract record FixCommand
{
    private FixCommand() { }

    public sealed record Propose(FixProposed Fix) : FixCommand;

    public sealed record Approve(string By) : FixCommand;

    public sealed record Reject(string By, string? Reason) : FixCommand;
}

/// <summary>The rules of proposed fixes.</summary>
public static class FixDecider
{
    private static readonly Decision<FixEvent> Nothing = new([], null);

    public static Decision<FixEvent> Decide(FixCommand command, Fix? fix, Limits limits) => (fix, command) switch
    {
        (null, FixCommand.Propose { Fix.Substance.Flags.Count: 0 }) => new FixNeedsNobody(),
        (null, FixCommand.Propose c) => c.Fix,
        (null, _) => new FixNotFound(),
        (_, FixCommand.Propose) => Nothing,

        ({ IsOpen: true }, FixCommand.Approve c) when c.By == fix.Proposed.ProposedBy => new ProposerCannotApprove(),
        ({ IsOpen: true }, FixCommand.Approve c) => new FixApproved(c.By),
        ({ IsOpen: true }, FixCommand.Reject c) => TextRules.Reason(c.Reason, limits) is { } broken
            ? broken
            : new FixRejected(c.By, c.Reason!),

        (_, FixCommand.Approve c) when c.By == fix.ApprovedBy => Nothing,
        (_, FixCommand.Reject c) when new FixRejected(c.By, c.Reason ?? "") == fix.Rejected => Nothing,
        (_, FixCommand.Approve or FixCommand.Reject) => new FixClosed(),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };
}

public sealed record FixNotFound() : Refusal("fix-not-found", "There is no proposed fix of that id.");
public sealed record FixClosed() : Refusal("fix-closed", "The fix was approved or rejected already.");
public sealed record FixNeedsNobody()
    : Refusal("fix-needs-nobody", "The change is a matter of style: publish it as a minor fix, alone.");
public sealed record FixOutOfDate()
    : Refusal("fix-out-of-date", "The story has changed since the fix was proposed; propose it again.");
