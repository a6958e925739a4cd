using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Followers.Storing;

namespace Ledger.Cli.Verbs;

/// <summary>Those who follow the log and are no webhooks, whose changes the audit has.</summary>
internal static class FollowerVerbs
{
    private const string Webhook = "webhook:";
    private const int MostShown = 1_000;

    public static Command Create() => new("follower", "Manages who follows the log beside webhooks, such as wolverine")
    {
        Parked(),
        Change("pause", "Tells it nothing until it is resumed", "is paused",
            (store, name, cancellationToken) => store.PauseAsync(name, null, cancellationToken)),
        Change("resume", "Goes on where it was paused", "goes on",
            (store, name, cancellationToken) => store.ResumeAsync(name, null, cancellationToken)),
        Replay(),
        Change("remove", "Forgets it, and what it was not told; it begins anew at the end of the log", "is removed",
            (store, name, cancellationToken) => store.RemoveAsync(name, null, cancellationToken)),
    };

    private static Command Parked()
    {
        var name = Name();
        var command = new Command("parked", "Lists the events that have failed so often that somebody has to look")
        {
            name,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, name, async (session, named) =>
        {
            var parked = await session.Get<FollowerStore>().ListParkedAsync(named, MostShown, cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(parked, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(parked
                    .Select(delivery => new[]
                    {
                        delivery.Position.ToString(CultureInfo.InvariantCulture), delivery.Stream.ToString(),
                        delivery.Attempts.ToString(CultureInfo.InvariantCulture),
                        delivery.Held.ToString(CultureInfo.InvariantCulture), Plain.Line(delivery.Error),
                    })
                    .Prepend(["Position", "Stream", "Attempts", "Held", "Why"])), cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Replay()
    {
        var name = Name();
        var command = new Command("replay", "Tries again what has failed so often that it was parked") { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, name, async (session, named) =>
        {
            var replayed = await session.Get<FollowerStore>().ReplayAsync(named, null, cancellationToken);
            await Done.ReplayedAsync(session, named, replayed, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Change(
        string verb, string description, string done, Func<FollowerStore, string, CancellationToken, Task> change)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, name, async (session, named) =>
        {
            await change(session.Get<FollowerStore>(), named, cancellationToken);
            await Done.SayAsync(session, named, verb, $"The follower '{named}' {done}.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Argument<string> name, Func<Session, string, Task> run, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await session.RequireAsync(Permission.OperateDatabase, cancellationToken);
        var named = parsed.GetRequiredValue(name);
        if (named.StartsWith(Webhook, StringComparison.Ordinal))
            throw new UsageException($"The follower '{named}' is a webhook: see 'ledger webhook'.");

        var known = await session.Get<FollowerStore>().GetStatusAsync(cancellationToken);
        if (!known.Any(follower => follower.Name == named))
            throw new UsageException($"There is no follower '{named}'; 'ledger status' lists them.");

        await run(session, named);
        return ExitCode.Done;
    }

    private static Argument<string> Name() => new("NAME") { Description = "As 'ledger status' lists it" };
}
