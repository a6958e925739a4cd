using System.CommandLine;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Domain.Policies;
using Ledger.Formats.Changes;

namespace Ledger.Cli.Verbs;

/// <summary>The rules of the house for corrections.</summary>
internal static class PolicyVerbs
{
    public static Command Create() => new("policy", "Shows and changes the rules of the house") { Show(), Set() };

    private static Command Show()
    {
        var command = new Command("show", "Prints the policy that holds, as a file for 'policy set'");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var policy = await session.Get<PolicyDesk>().LoadAsync(cancellationToken);
            await Output.LineAsync(PolicyJson.Write(policy.State.Policy), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Set()
    {
        var file = Symbols.File("A whole policy as JSON");
        var reason = Symbols.Optional("--reason", "Why it changes");
        var command = new Command("set", "Puts another policy in the place of the one that holds")
        {
            file, reason, Writing.CommandId,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await Input.ReadPolicyAsync(parsed.GetRequiredValue(file), cancellationToken);
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var outcome = await session.SendAsync(
                new AdoptPolicy(read.Policy, parsed.GetValue(reason) ?? read.Reason)
                {
                    Actor = await session.GetActorAsync(cancellationToken),
                    IdempotencyKey = parsed.GetValue(Writing.CommandId),
                },
                cancellationToken);
            if (outcome is StreamOutcome<PolicyState>.Refused refused)
                throw new RefusedException(refused.Refusal);

            var done = (StreamOutcome<PolicyState>.Done)outcome;
            await Output.JsonAsync(new { done.State.Version, done.Position, done.Changed }, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
