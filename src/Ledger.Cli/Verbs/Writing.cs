using System.CommandLine;
using Ledger.Application;
using Ledger.Application.Once;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

/// <summary>What all verbs that change a story have in common: the version asked for, the line printed.</summary>
internal static class Writing
{
    public static Option<long?> IfVersion() => new("--if-version")
    {
        Description = "Writes only when the story is at this version; else exit code 4",
        HelpName = "N",
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<long?>() < 1)
                    result.AddError("--if-version is the version of a story, 1 or more");
            },
        },
    };

    /// <summary>The same option on every verb that writes.</summary>
    public static Option<string?> CommandId { get; } = new("--command-id")
    {
        Description = "Names this command: given again under the same name, it changes nothing and prints where it led",
        HelpName = "ID",
        Validators =
        {
            result =>
            {
                if (result.Tokens is [.., var last] && !CommandIds.IsWellFormed(last.Value))
                    result.AddError("--command-id takes 1 to 255 characters of ASCII that can be printed");
            },
        },
    };

    /// <summary>Sends the request that the actor makes, and prints where the story is after it.</summary>
    public static async Task<int> RunAsync(
        ParseResult parsed, Func<Actor, StoryRequest> request, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        var actor = await session.GetActorAsync(cancellationToken);
        var named = request(actor) with { IdempotencyKey = parsed.GetValue(CommandId) };
        var outcome = await session.SendAsync(named, cancellationToken);
        if (outcome is Outcome.Drafted drafted)
        {
            await Output.JsonAsync(DraftLine.Of(drafted), cancellationToken);
            ErrorOutput.Notice("It is a draft, and not public: see 'ledger draft list'.");
            return ExitCode.Done;
        }

        var done = outcome.OrThrow();
        await Output.JsonAsync(WrittenLine.Of(done), cancellationToken);
        return ExitCode.Done;
    }
}

/// <summary>The one line that a verb prints when it has changed a story.</summary>
internal sealed record WrittenLine(
    Guid Id, string Slug, long Version, long Position, int Revision, bool Changed, bool Repeated,
    Guid? CorrectionId)
{
    public static WrittenLine Of(Outcome.Done done) => new(
        done.StoryId, done.Slug, done.Version, done.Position, done.Revision, done.Changed, done.Repeated,
        done.CorrectionId);
}
