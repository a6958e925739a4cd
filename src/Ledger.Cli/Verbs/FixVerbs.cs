using System.CommandLine;
using Ledger.Application.Fixes;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Domain.Fixes;

namespace Ledger.Cli.Verbs;

/// <summary>Minor fixes that are more than style: one person proposes, another approves or rejects.</summary>
internal static class FixVerbs
{
    public static Command Create() =>
        new("fix", "Minor fixes that need a second person") { Propose(), Approve(), Reject() };

    private static Command Propose()
    {
        var story = Symbols.Story();
        var file = Symbols.File("The whole story as it is to be, as 'ledger show --format json' prints it");
        var reason = Symbols.Optional("--reason", "What readers are told about it");
        var ifVersion = Writing.IfVersion();
        var command = new Command("propose", "Asks for a second person") { story, file, reason, ifVersion };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await Input.ReadStoryAsync(parsed.GetRequiredValue(file), cancellationToken);
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var actor = await session.GetActorAsync(cancellationToken);
            var outcome = await session.SendAsync(
                new ProposeFix(parsed.GetRequiredValue(story), read.Article, parsed.GetValue(reason))
                {
                    Actor = actor,
                    ExpectedVersion = parsed.GetValue(ifVersion),
                },
                cancellationToken);
            return await PrintAsync(outcome, cancellationToken);
        });
        return command;
    }

    private static Command Approve()
    {
        var fix = Id();
        var command = new Command("approve", "Approves a fix that somebody else proposed, and publishes it") { fix };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var actor = await session.GetActorAsync(cancellationToken);
            var outcome = await session.SendAsync(
                new ApproveFix(parsed.GetRequiredValue(fix)) { Actor = actor }, cancellationToken);
            await Output.JsonAsync(WrittenLine.Of(outcome.OrThrow()), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Reject()
    {
        var fix = Id();
        var reason = Symbols.Required("--reason", "Why it is not published");
        var command = new Command("reject", "Says that a fix is not published, and why") { fix, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var actor = await session.GetActorAsync(cancellationToken);
            var outcome = await session.SendAsync(
                new RejectFix(parsed.GetRequiredValue(fix), parsed.GetRequiredValue(reason)) { Actor = actor },
                cancellationToken);
            return await PrintAsync(outcome, cancellationToken);
        });
        return command;
    }

    private static Argument<Guid> Id() => new("FIX") { Description = "The id that 'ledger fix propose' printed" };

    private static async Task<int> PrintAsync(StreamOutcome<Fix?> outcome, CancellationToken cancellationToken)
    {
        if (outcome is StreamOutcome<Fix?>.Refused { Refusal: var refusal })
            throw new RefusedException(refusal);

        var done = (StreamOutcome<Fix?>.Done)outcome;
        await Output.JsonAsync(new { done.Id, done.Version, done.Position, done.Changed }, cancellationToken);
        return ExitCode.Done;
    }
}
