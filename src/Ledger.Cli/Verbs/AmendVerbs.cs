using System.CommandLine;
using Ledger.Application.Stories;

namespace Ledger.Cli.Verbs;

/// <summary>What can still be done to a correction that is public.</summary>
internal static class AmendVerbs
{
    public static Command Amend()
    {
        var (story, correction, ifVersion) = (Symbols.Story(), Correction(), Writing.IfVersion());
        var note = Symbols.Required("--note", "The note as it is to be; the one before stays readable");
        var reason = Symbols.Optional("--reason", "Why the note changes");
        var command = new Command("amend-correction", "Gives a published correction another note")
        {
            story, correction, note, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => Writing.RunAsync(
            parsed,
            actor => new AmendCorrection(
                parsed.GetRequiredValue(correction), parsed.GetRequiredValue(note), parsed.GetValue(reason))
            {
                Actor = actor,
                Story = parsed.GetRequiredValue(story),
                ExpectedVersion = parsed.GetValue(ifVersion),
            },
            cancellationToken));
        return command;
    }

    public static Command Withdraw()
    {
        var (story, correction, ifVersion) = (Symbols.Story(), Correction(), Writing.IfVersion());
        var reason = Symbols.Required("--reason", "What was wrong with the correction, for readers");
        var command = new Command("withdraw-correction", "Takes a published correction back; it stays readable")
        {
            story, correction, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => Writing.RunAsync(
            parsed,
            actor => new WithdrawCorrection(parsed.GetRequiredValue(correction), parsed.GetRequiredValue(reason))
            {
                Actor = actor,
                Story = parsed.GetRequiredValue(story),
                ExpectedVersion = parsed.GetValue(ifVersion),
            },
            cancellationToken));
        return command;
    }

    private static Option<Guid> Correction() => new("--correction")
    {
        Description = "The id of the correction, as 'ledger changelog' shows it",
        HelpName = "ID",
        Required = true,
    };
}
