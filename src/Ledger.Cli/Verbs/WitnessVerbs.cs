using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Witnesses;

namespace Ledger.Cli.Verbs;

/// <summary>This newsroom as a witness of others, and a word to the witnesses of its own log.</summary>
internal static class WitnessVerbs
{
    public static Command Create() =>
        new("witness", "Cosigns the logs of others, and asks the witnesses of this one")
        {
            Key(), Add(), Stop(), Status(), Refusals(), Ask(),
        };

    private static Command Key()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The name of this witness, such as news.example/witness: once, and for all its life",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("key", "Prints the public keys (vkeys) of this witness, and makes the first")
        {
            name,
        };
        command.SetAction((parsed, cancellationToken) => OperateAsync(parsed, async session =>
        {
            var keys = (await session.Get<WitnessDesk>().OpenKeysAsync(parsed.GetValue(name), cancellationToken))
                .Select(key => $"{key.Key}");
            if (session.AsJson)
                await Output.JsonAsync(keys, cancellationToken);
            else
                await Output.TextAsync(string.Concat(keys.Select(key => $"{key}\n")), cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Add()
    {
        var vkey = Vkey();
        var command = new Command(
            "add", "Witnesses a log from now on, or believes one more of its keys; serve does it at /witness") { vkey };
        command.SetAction((parsed, cancellationToken) => OperateAsync(parsed, async session =>
        {
            var log = KeyOption.Verifier(parsed.GetRequiredValue(vkey)).Key;
            await session.Get<WitnessDesk>().AddAsync(log, cancellationToken);
            await Done.SayAsync(session, log.Name, "add", $"The log '{log.Name}' is witnessed.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Stop()
    {
        var vkey = Vkey();
        var command = new Command(
            "stop", "Believes a key of a log no more; what was cosigned is kept, and held against it later") { vkey };
        command.SetAction((parsed, cancellationToken) => OperateAsync(parsed, async session =>
        {
            var log = KeyOption.Verifier(parsed.GetRequiredValue(vkey)).Key;
            await session.Get<WitnessDesk>().StopAsync(log, cancellationToken);
            await Done.SayAsync(
                session, log.Name, "stop", $"This key of '{log.Name}' is not believed any more.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Status()
    {
        var command = new Command("status", "Lists the logs that are witnessed here, and how often one was refused");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var logs = await session.Get<WitnessDesk>().ListAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(logs, cancellationToken);
            else
                await Output.TextAsync(WitnessShowing.Table(logs), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Refusals()
    {
        var command = new Command("refusals", "Prints what was refused of others, with the two signed checkpoints");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var refusals = await session.Get<WitnessDesk>().ListRefusalsAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(refusals, cancellationToken);
            else
                await Output.TextAsync(string.Concat(refusals.Select(Text)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Ask()
    {
        var command = new Command("ask", "Signs the log as it is now, and asks all its witnesses to cosign it");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.OperateDatabase, cancellationToken);
            var report = session.Get<WitnessReport>();
            if (await report.GetAsync(cancellationToken) is null)
                throw new UsageException("There is no policy of witnesses; name its file by LEDGER_WITNESS_POLICY.");

            await session.SignAsync(cancellationToken);
            if (await session.Get<WitnessRound>().RunAsync(isEverybody: true, cancellationToken) is null)
                ErrorOutput.Notice("A server is asking the witnesses at this moment; this is what is known by now.");

            var status = (await report.GetAsync(cancellationToken))!;
            if (session.AsJson)
                await Output.JsonAsync(status, cancellationToken);
            else
                await Output.TextAsync(
                    WitnessShowing.Standing(status) + WitnessShowing.Table(status), cancellationToken);

            return status.Fault is null ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static async Task<int> OperateAsync(
        ParseResult parsed, Func<Session, Task> run, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await session.RequireAsync(Permission.OperateDatabase, cancellationToken);
        await run(session);
        return ExitCode.Done;
    }

    private static string Text(WitnessRefusal refusal) =>
        $"{Plain.Time(refusal.RefusedAt)} {refusal.Kind.ToString().ToLowerInvariant()} of "
        + $"{Plain.Line(refusal.Origin)}\nrefused:\n{Plain.Lines(refusal.Refused)}"
        + $"cosigned before:\n{Plain.Lines(refusal.Cosigned)}\n";

    private static Argument<string> Vkey() =>
        new("VKEY") { Description = "A public key of the log, from its 'ledger key list'" };
}
