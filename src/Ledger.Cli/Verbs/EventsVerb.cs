using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.EventStore;

namespace Ledger.Cli.Verbs;

internal static class EventsVerb
{
    public static Command Create()
    {
        var story = Symbols.Optional("--story", "Only the events of this story", "STORY");
        var after = Number<long>("--after", "Only what stands after this position", "POSITION", smallest: 0);
        var limit = Number<int?>("--limit", "So many events at most", "N", smallest: 1);
        var follow = new Option<bool>("--follow") { Description = "Waits for more, until it is stopped" };
        var command = new Command("events", "Prints the log: JSON Lines, one event a line, in order")
        {
            story, after, limit, follow,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            Guid? stream = parsed.GetValue(story) is { } named
                ? await session.FindStoryIdAsync(named, cancellationToken)
                : null;
            using var log = new LogPrinter(session.Get<IEventStore>(), stream, parsed.GetValue(limit));
            await log.PrintAsync(parsed.GetValue(after), parsed.GetValue(follow), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<T> Number<T>(string name, string description, string helpName, long smallest) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Validators =
        {
            result =>
            {
                if (result.Tokens is [.., var last] && long.TryParse(last.Value, out var number) && number < smallest)
                    result.AddError($"{name} must be {smallest} or more");
            },
        },
    };
}
