using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Verbs;

/// <summary>A checkpoint, for programs.</summary>
/// <param name="Root">In base64.</param>
/// <param name="Note">The signed note, as it is printed for people.</param>
internal sealed record CheckpointLine(
    string Origin, long Size, string Root, string Note, DateTimeOffset PublishedAt);

internal static class CheckpointVerb
{
    public static Command Create()
    {
        var command = new Command("checkpoint", "Prints the signed checkpoint of the log as it is now; keep it");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var signed = await session.Get<WitnessedCheckpoints>()
                .CosignedAsync(await session.SignAsync(cancellationToken), cancellationToken);
            var checkpoint = Checkpoint.Parse(SignedNote.Parse(signed.Note).Text);
            if (session.AsJson)
                await Output.JsonAsync(
                    new CheckpointLine(
                        checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToBase64(), signed.Note,
                        signed.PublishedAt),
                    cancellationToken);
            else
                await Output.TextAsync(signed.Note, cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }
}
