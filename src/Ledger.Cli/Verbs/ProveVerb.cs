using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.EventStore.Postgres.Merkle;

namespace Ledger.Cli.Verbs;

internal static class ProveVerb
{
    public static Command Create()
    {
        var id = new Argument<string?>("EVENT-ID")
        {
            Description = "The id of an event, or its position",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Option<string?>("--check")
        {
            Description = "Checks a proof instead, with no database; '-' reads standard input",
            HelpName = "FILE",
        };
        var vkeys = new Option<string[]>("--vkey")
        {
            Description = "A public key of the log, from 'ledger key list'; it may be given several times",
            HelpName = "VKEY",
        };
        var policy = new Option<string?>("--policy")
        {
            Description = "With --check: a policy of logs and witnesses, whose quorum must have cosigned",
            HelpName = "POLICY-FILE",
        };
        var command = new Command("prove", "Prints the proof that an event is in the log (.tlog-proof), or checks one")
        {
            id, check, vkeys, policy,
        };
        command.SetAction((parsed, cancellationToken) => (parsed.GetValue(id), parsed.GetValue(check)) switch
        {
            (null, { } file) => ProofChecking.RunAsync(
                file, parsed.GetValue(vkeys) ?? [], parsed.GetValue(policy), cancellationToken),
            ({ } named, null) => ProveAsync(parsed, named, cancellationToken),
            _ => throw new UsageException("Name either an event to prove, or a proof with --check."),
        });
        return command;
    }

    private static async Task<int> ProveAsync(ParseResult parsed, string named, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await session.RequireAsync(Permission.ReadLog, cancellationToken);
        var newest = await session.SignAsync(cancellationToken);
        var position = await FindAsync(session.Get<EventFinder>(), named, cancellationToken);
        if (position is not { } found || found < 1)
            throw new UsageException($"The log has no event '{named}'.");

        if (found > newest.Size)
            throw new UsageException($"The log has no event '{named}', or nobody has signed it yet.");

        var checkpoint = await session.Get<WitnessedCheckpoints>().ChooseAsync(newest, found, cancellationToken);
        var proof = await session.Get<MerkleLog>().ProveAsync(found, checkpoint, cancellationToken);
        await Output.TextAsync(proof.ToString(), cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<long?> FindAsync(EventFinder finder, string text, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(text, out var id))
            return await finder.FindAsync(id, everywhere: true, cancellationToken);

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new UsageException($"'{text}' is neither the id of an event nor a position.");
    }
}
