using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Erasing;
using Ledger.Projections.Running;

namespace Ledger.Cli.Verbs;

/// <summary>Erasing by law: one person asks, another approves.</summary>
internal static class EraseVerbs
{
    public static Command Create()
    {
        var story = Symbols.Optional("--story", "The story's id or any slug it has or had", "STORY");
        var field = Symbols.Optional(
            "--field", "What is to go with all that it ever said: headline, standfirst, dateline, credits, body or the "
            + "id of a block", "PATH");
        var words = new Option<string[]>("--words")
        {
            Description = "Words that are to go wherever they stand. May be given several times",
            HelpName = "TEXT",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var basis = Symbols.Optional("--basis", "On what legal ground; readers are told");
        var command = new Command("erase", "Asks for words to be erased by law, which a second person approves")
        {
            story, field, words, basis, List(), Show(), Approve(), Reject(), Hold(), Release(), Scrub(),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, actor) =>
        {
            if (parsed.GetValue(story) is not { } named || parsed.GetValue(basis) is not { } ground)
                throw new UsageException(
                    "To ask for an erasure name the --story and the --basis, and --field or --words.");

            var view = await session.Get<ErasureDesk>().RequestAsync(
                named, parsed.GetValue(field), parsed.GetValue(words) ?? [], ground, actor, cancellationToken);
            await PrintAsync(session, view, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists what waits for a second person, without the words");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) =>
        {
            var waiting = await session.Get<ErasureDesk>().ListAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(waiting.Select(request => new
                {
                    request.Id,
                    request.Story,
                    request.Basis,
                    request.RequestedBy,
                    request.RequestedAt,
                }), cancellationToken);
            else
                await Output.TextAsync(Columns.Of(waiting.Select(Row)), cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Show()
    {
        var id = Id();
        var command = new Command("show", "Shows the words of a request, and where they stand now") { id };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) => await PrintAsync(
            session, await session.Get<ErasureDesk>().ShowAsync(parsed.GetRequiredValue(id), cancellationToken),
            cancellationToken), cancellationToken));
        return command;
    }

    private static Command Approve()
    {
        var id = Id();
        var command = new Command("approve", "Erases what somebody else has asked for") { id };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, actor) =>
        {
            using var line = new ProgressLine();
            var done = await session.Get<ErasureDesk>().ApproveAsync(
                parsed.GetRequiredValue(id), actor,
                line.For<RebuildProgress>(progress => $"{progress.Events:N0} of {progress.Head:N0} events"),
                cancellationToken);
            line.Clear();
            if (session.AsJson)
                await Output.JsonAsync(done, cancellationToken);
            else
                await Output.LineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"Erased in {done.Places} places."), cancellationToken);

            Warn(done.Elsewhere);
            ErrorOutput.Notice("The files of the database may hold the words until 'ledger erase scrub' has run.");
        }, cancellationToken));
        return command;
    }

    private static Command Reject()
    {
        var id = Id();
        var command = new Command("reject", "Forgets a request and the words in it") { id };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) =>
        {
            var request = parsed.GetRequiredValue(id);
            await session.Get<ErasureDesk>().RejectAsync(request, cancellationToken);
            await Done.SayAsync(session, $"{request}", "reject", "The request is forgotten.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Hold()
    {
        var (story, reason) = (Symbols.Story(), Symbols.Required("--reason", "Who may ask for it, and why"));
        var command = new Command("hold", "Keeps everybody from erasing anything of a story") { story, reason };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, actor) =>
        {
            var named = parsed.GetRequiredValue(story);
            await session.Get<ErasureDesk>().HoldAsync(
                named, parsed.GetRequiredValue(reason), actor, cancellationToken);
            await Done.SayAsync(session, named, "hold", "The story is under a legal hold.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Release()
    {
        var story = Symbols.Story();
        var command = new Command("release", "Ends a legal hold") { story };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) =>
        {
            var named = parsed.GetRequiredValue(story);
            await session.Get<ErasureDesk>().ReleaseAsync(named, cancellationToken);
            await Done.SayAsync(session, named, "release", "The story is under no legal hold.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Scrub()
    {
        var command = new Command(
            "scrub", "Takes what was erased out of the files of the database; readers and writers wait meanwhile");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) =>
        {
            var scrubbed = await session.Get<Scrubbing>().RunAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(scrubbed, cancellationToken);
            else
                await Output.LineAsync("The tables are written anew.", cancellationToken);

            foreach (var sentence in LeftBy(scrubbed))
                ErrorOutput.Notice(sentence);
        }, cancellationToken));
        return command;
    }

    private static IEnumerable<string> LeftBy(Scrubbed scrubbed)
    {
        if (!scrubbed.Log)
            yield return "The write-ahead log was left: overwriting it needs a superuser of the database.";

        if (scrubbed.Archived)
            yield return "The server archives its write-ahead log; the archive has the words until it is removed.";

        if (scrubbed.Slots > 0)
            yield return "Replicas or readers of changes keep parts of the write-ahead log, and may have the words.";

        yield return "Backups, exports and whatever was told of the events have them still: ops/runbooks/erase.md.";
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<Session, Actor, Task> run, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await run(session, await session.RequireAsync(Permission.EraseContent, cancellationToken));
        return ExitCode.Done;
    }

    private static async Task PrintAsync(Session session, ErasureView view, CancellationToken cancellationToken)
    {
        if (session.AsJson)
        {
            await Output.JsonAsync(view, cancellationToken);
        }
        else
        {
            await Output.LineAsync(view.Request.Id.ToString(), cancellationToken);
            foreach (var word in view.Request.Words)
                await Output.LineAsync($"  {Plain.Line(word)}", cancellationToken);

            foreach (var place in view.Places)
                await Output.LineAsync($"    {place}", cancellationToken);
        }

        Warn(view.Elsewhere);
    }

    private static void Warn(IReadOnlyList<long> elsewhere)
    {
        if (elsewhere.Count > 0)
            ErrorOutput.Notice(
                "The words stand elsewhere, in other stories, pictures or an address, by the events "
                + $"{string.Join(", ", elsewhere)}.");
    }

    private static Argument<Guid> Id() => new("REQUEST") { Description = "The id that 'ledger erase' printed" };

    private static string[] Row(ErasureRequest request) =>
    [
        request.Id.ToString(),
        request.RequestedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        request.RequestedBy,
        Plain.Line(request.Basis),
    ];
}
