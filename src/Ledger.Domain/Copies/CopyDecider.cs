using System.Diagnostics;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Copies;

/// <summary>What somebody wants done to one copy.</summary>
public abstract record CopyCommand
{
    private CopyCommand() { }

    public sealed record Link(
        Guid StoryId, CopyKind Kind, string Publisher, string? Language, string? Address) : CopyCommand;

    public sealed record Settle(Guid CorrectionId, CopyOutcome Outcome, string? Reason) : CopyCommand;

    public sealed record Unlink(string Reason) : CopyCommand;
}

/// <summary>Every rule of a copy.</summary>
public static class CopyDecider
{
    private static readonly Decision<CopyEvent> Nothing = new([], null);

    /// <summary>Pure: a repeated command changes nothing.</summary>
    public static Decision<CopyEvent> Decide(CopyCommand command, CopyState state, Limits limits) =>
        (state, command) switch
        {
            ({ Linked: null }, CopyCommand.Link c) => Link(c, limits),
            ({ Linked: null }, _) => new CopyNotFound(),
            (_, CopyCommand.Link) => new CopyLinkedAlready(),
            ({ Unlinked: { } e }, CopyCommand.Unlink c) when e.Reason == c.Reason => Nothing,
            ({ Unlinked: not null }, _) => new CopyUnlinkedAlready(),
            (_, CopyCommand.Settle c) => Settle(c, state, limits),
            (_, CopyCommand.Unlink c) =>
                TextRules.Reason(c.Reason, limits) is { } broken ? broken : new CopyUnlinked(c.Reason),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };

    private static Decision<CopyEvent> Link(CopyCommand.Link c, Limits limits)
    {
        var (language, address) = (TextRules.Present(c.Language), TextRules.Present(c.Address));
        var broken = TextRules.Required(c.Publisher, new InvalidField("publisher", "must not be empty"))
            ?? TextRules.Broken("publisher", c.Publisher, limits.Field)
            ?? TextRules.Broken("address", address, limits.Field)
            ?? (address is null || WebAddress.IsSafe(address)
                ? null
                : new InvalidField("address", "must start with 'https://', 'http://' or '/'"))
            ?? (language is null || LanguageTag.IsPlausible(language)
                ? null
                : new InvalidField("language", "is not a language tag such as 'en' or 'ar-IQ'"))
            ?? (c.Kind == CopyKind.Translation && language is null
                ? new InvalidField("language", "is needed: a translation is in a language")
                : null);
        return broken is null ? new CopyLinked(c.StoryId, c.Kind, c.Publisher, language, address) : broken;
    }

    // What was waived can be done after all, but what is done cannot be undone.
    private static Decision<CopyEvent> Settle(CopyCommand.Settle c, CopyState state, Limits limits)
    {
        var asked = new CopySettled(c.CorrectionId, c.Outcome, TextRules.Present(c.Reason));
        var broken = c.Outcome == CopyOutcome.Waived
            ? TextRules.Reason(c.Reason, limits)
            : TextRules.Broken("reason", asked.Reason, limits.Note);
        if (broken is not null)
            return broken;

        return state.Settled.GetValueOrDefault(c.CorrectionId) switch
        {
            null => asked,
            { } before when before == asked => Nothing,
            { Outcome: CopyOutcome.Waived } when c.Outcome == CopyOutcome.Corrected => asked,
            _ => new CopySettledAlready(),
        };
    }
}
