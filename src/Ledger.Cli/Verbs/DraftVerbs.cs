using System.CommandLine;
using Ledger.Application;
using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Drafts;
using Ledger.Projections.Drafts;

namespace Ledger.Cli.Verbs;

/// <summary>Drafts of corrections: to see them, and to bring them on their way.</summary>
internal static class DraftVerbs
{
    private const int MostDrafts = 200;

    public static Command Create() => new("draft", "Shows drafts of corrections and brings them on their way")
    {
        List(),
        Show(),
        Step("submit", "Asks for the approval of a draft",
            (actor, id) => new SubmitDraft { Actor = actor, Draft = id }),
        Step("approve", "Approves a draft as a second person, and publishes it when its time has come",
            (actor, id) => new ApproveDraft { Actor = actor, Draft = id }),
        Step("rush", "Publishes at once what may be approved afterwards",
            (actor, id) => new RushDraft { Actor = actor, Draft = id }),
        Reasoned("reject", "Does not approve a draft", (actor, id, reason) =>
            new RejectDraft(reason) { Actor = actor, Draft = id }),
        Reasoned("discard", "Gives up a draft", (actor, id, reason) =>
            new DiscardDraft(reason) { Actor = actor, Draft = id }),
    };

    private static Command List()
    {
        var status = Symbols.Word<DraftStatus>("--status", "status", "Only drafts of this status");
        var command = new Command("list", "Lists the drafts, those that were changed last first") { status };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            await session.CatchUpAsync(cancellationToken);
            var drafts = await session.Get<DraftQueries>().ListAsync(
                parsed.GetResult(status) is null ? null : parsed.GetValue(status), null, null, MostDrafts,
                cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(drafts, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(drafts.Select(Row)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = Draft();
        var command = new Command("show", "Shows one draft as JSON") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            await session.CatchUpAsync(cancellationToken);
            var draft = await session.Get<DraftQueries>().FindAsync(parsed.GetValue(id), cancellationToken)
                ?? throw new RefusedException(new DraftNotFound());
            await Output.JsonAsync(draft, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Step(string name, string description, Func<Actor, Guid, DraftRequest> request)
    {
        var id = Draft();
        var command = new Command(name, description) { id, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, actor => request(actor, parsed.GetValue(id)), cancellationToken));
        return command;
    }

    private static Command Reasoned(string name, string description, Func<Actor, Guid, string, DraftRequest> request)
    {
        var id = Draft();
        var reason = Symbols.Required("--reason", "Why, for the drafter");
        var command = new Command(name, description) { id, reason, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed, actor => request(actor, parsed.GetValue(id), parsed.GetRequiredValue(reason)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<Actor, DraftRequest> request, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        var actor = await session.GetActorAsync(cancellationToken);
        var named = request(actor) with { IdempotencyKey = parsed.GetValue(Writing.CommandId) };
        var outcome = await session.SendAsync(named, cancellationToken);
        if (outcome is StreamOutcome<DraftState>.Refused refused)
            throw new RefusedException(refused.Refusal);

        await Output.JsonAsync(DraftLine.Of((StreamOutcome<DraftState>.Done)outcome), cancellationToken);
        return ExitCode.Done;
    }

    private static Argument<Guid> Draft() => new("DRAFT") { Description = "The id of a draft" };

    private static string[] Row(DraftView draft) =>
    [
        draft.Id.ToString(), Symbols.Name(draft.State.Status), Symbols.Name(draft.Content.Class), draft.Slug,
        draft.State.Drafters[0].Name ?? draft.State.Drafters[0].Id,
    ];
}

/// <summary>The one line that a verb prints when it has changed a draft.</summary>
internal sealed record DraftLine(
    Guid Draft, Guid Story, DraftStatus Status, long Version, long Position, bool Changed, bool Repeated,
    long? StoryVersion)
{
    public static DraftLine Of(Outcome.Drafted drafted) => new(
        drafted.DraftId, drafted.StoryId, drafted.Status, drafted.Version, drafted.Position, true, drafted.Repeated,
        null);

    public static DraftLine Of(StreamOutcome<DraftState>.Done done) => new(
        done.Id, done.State.StoryId, done.State.Status, done.Version, done.Position, done.Changed, done.Repeated,
        done.State.StoryVersion);
}
