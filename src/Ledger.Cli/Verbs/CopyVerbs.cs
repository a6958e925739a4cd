using System.CommandLine;
using Ledger.Application.Copies;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Copies;
using Ledger.Projections.Copies;

namespace Ledger.Cli.Verbs;

/// <summary>Translations and syndicated copies of stories, to which every correction is owed.</summary>
internal static class CopyVerbs
{
    private const int MostTasks = 1_000;

    public static Command Create() => new("copy", "Keeps account of translations and syndicated copies")
    {
        Link(), List(), Tasks(), Settle(), Unlink(),
    };

    private static Command Link()
    {
        var story = Symbols.Story();
        var kind = Symbols.Word<CopyKind>("--kind", "kind", "How it came of the story");
        kind.Required = true;
        var publisher = Symbols.Required("--publisher", "Who has it: an edition of the house, or another title");
        var language = Symbols.Optional("--language", "The language of a translation, such as ar", "TAG");
        var address = Symbols.Optional("--address", "Where it can be read", "URL");
        var command = new Command("link", "Makes a copy of a story known")
        {
            story, kind, publisher, language, address, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => new LinkCopy(
                parsed.GetRequiredValue(story), parsed.GetRequiredValue(kind), parsed.GetRequiredValue(publisher),
                parsed.GetValue(language), parsed.GetValue(address))
            {
                Actor = actor,
            },
            cancellationToken));
        return command;
    }

    private static Command Settle()
    {
        var copy = Id();
        var correction = Symbols.Required("--correction", "The correction", "ID");
        var outcome = Symbols.Word<CopyOutcome>("--outcome", "outcome", "What became of it there");
        outcome.Required = true;
        var reason = Symbols.Optional("--reason", "Why; needed where it is waived");
        var command = new Command("settle", "Says what became of a correction in a copy")
        {
            copy, correction, outcome, reason, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => new SettleCopy(
                IdOf(parsed.GetRequiredValue(copy), "copy"), IdOf(parsed.GetRequiredValue(correction), "correction"),
                parsed.GetRequiredValue(outcome), parsed.GetValue(reason))
            {
                Actor = actor,
            },
            cancellationToken));
        return command;
    }

    private static Command Unlink()
    {
        var copy = Id();
        var reason = Symbols.Required("--reason", "Why nothing is owed to it any more");
        var command = new Command("unlink", "Ends what is owed to a copy") { copy, reason, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => new UnlinkCopy(IdOf(parsed.GetRequiredValue(copy), "copy"), parsed.GetRequiredValue(reason))
            {
                Actor = actor,
            },
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var story = Symbols.Story();
        var command = new Command("list", "Lists the copies of a story") { story };
        command.SetAction((parsed, cancellationToken) => ReadAsync(
            parsed,
            async session => await session.Get<CopyQueries>().ListForStoryAsync(
                await session.FindStoryIdAsync(parsed.GetRequiredValue(story), cancellationToken), cancellationToken),
            copy =>
            [
                copy.Id.ToString(), Symbols.Name(copy.Kind), copy.Language ?? "-", Plain.Line(copy.Publisher),
                copy.UnlinkedReason is null ? Plain.Line(copy.Address ?? "") : "unlinked",
            ],
            cancellationToken));
        return command;
    }

    private static Command Tasks()
    {
        var all = new Option<bool>("--all") { Description = "The settled ones, too" };
        var command = new Command("tasks", "Lists the corrections that are owed to copies, the oldest first") { all };
        command.SetAction((parsed, cancellationToken) => ReadAsync(
            parsed,
            session => session.Get<CopyQueries>().ListTasksAsync(
                !parsed.GetValue(all), correctionId: null, MostTasks, cancellationToken),
            task =>
            [
                task.CopyId.ToString(), task.CorrectionId.ToString(), Plain.Time(task.CorrectedAt), task.Slug,
                Plain.Line(task.Publisher), task.Outcome is { } outcome ? Symbols.Name(outcome) : "open",
            ],
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<Actor, CopyRequest> request, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        var actor = await session.GetActorAsync(cancellationToken);
        var named = request(actor) with { IdempotencyKey = parsed.GetValue(Writing.CommandId) };
        var done = (await session.SendAsync(named, cancellationToken)).OrThrow();
        await Output.JsonAsync(
            new
            {
                done.Id,
                Story = done.State.Linked!.StoryId,
                done.Version,
                done.Position,
                done.Changed,
                done.Repeated,
            },
            cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> ReadAsync<T>(
        ParseResult parsed, Func<Session, Task<IReadOnlyList<T>>> read, Func<T, string[]> row,
        CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await session.RequireAsync(Permission.EditStories, cancellationToken);
        await session.CatchUpAsync(cancellationToken);
        var rows = await read(session);
        if (session.AsJson)
            await Output.JsonAsync(rows, cancellationToken);
        else
            await Output.TextAsync(Columns.Of(rows.Select(row)), cancellationToken);

        return ExitCode.Done;
    }

    private static Argument<string> Id() =>
        new("COPY") { Description = "The id of the copy, as 'ledger copy list' has it" };

    private static Guid IdOf(string named, string what) => Guid.TryParse(named, out var id)
        ? id
        : throw new UsageException($"'{named}' is not the id of a {what}.");
}
