using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Verbs;

/// <summary>The keys by which the log is signed: those of auditors, and one more of ours.</summary>
internal static class KeyVerbs
{
    public static Command Create() => new("key", "The keys by which checkpoints are signed") { List(), New() };

    private static Command List()
    {
        var command = new Command("list", "Prints the public keys (vkeys) by which proofs are checked, one a line");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var origin = await session.Get<CheckpointPublisher>().KeepOriginAsync(cancellationToken);
            foreach (var key in LogKeys.Read(ConfiguredSigning.KeyFolder, mayCreate: false))
                await Output.LineAsync($"{new NoteSigner(origin, key).Key}", cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command New()
    {
        var name = new Argument<string>("NAME") { Description = "Of the file; letters, digits and hyphens" };
        var command = new Command("new", "Makes one more key, which signs every checkpoint from now on") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.OperateDatabase, cancellationToken);

            // Only a log that is signed already has a chain of keys that the new one can join.
            var publisher = session.Get<CheckpointPublisher>();
            await publisher.PublishAsync(cancellationToken);
            var file = Path.Combine(ConfiguredSigning.KeyFolder, $"{Checked(parsed.GetRequiredValue(name))}.pem");
            if (!KeyFile.Create(file))
                throw new UsageException($"There is a key file {file} already.");

            var origin = await publisher.KeepOriginAsync(cancellationToken);
            await publisher.PublishAsync(cancellationToken);
            await Output.LineAsync($"{new NoteSigner(origin, KeyFile.Read(file)).Key}", cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Checked(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? name
            : throw new UsageException($"The name of a key has letters, digits and hyphens, but this is '{name}'.");
}
