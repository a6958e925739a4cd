using System.CommandLine;
using System.Globalization;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Webhooks;

namespace Ledger.Cli.Verbs;

internal static class WebhookVerbs
{
    public static Command Create() => new("webhook", "Manages who is told of the log by signed requests")
    {
        Add(), List(), Rotate(),
        Change("pause", "Tells it nothing until it is resumed", "is paused",
            (desk, name, by, cancellationToken) => desk.PauseAsync(name, by, cancellationToken)),
        Change("resume", "Goes on where it was paused, or its receiver was gone", "goes on",
            (desk, name, by, cancellationToken) => desk.ResumeAsync(name, by, cancellationToken)),
        Replay(),
        Change("remove", "Ends it; what it was not told yet, it is never told", "is removed",
            (desk, name, by, cancellationToken) => desk.RemoveAsync(name, by, cancellationToken)),
    };

    private static Command Add()
    {
        var (name, url) = (Name(), new Argument<string>("URL") { Description = "Where the requests go, by https" });
        var staff = new Option<bool>("--staff")
        {
            Description = "Tells it every event as it is logged, and not only what the public may see",
        };
        var start = new Option<bool>("--from-start") { Description = "Tells it of all that is in the log, too" };
        var types = new Option<string[]>("--type")
        {
            Description = "A type of events that it is told of, such as correction_issued; else all. "
                + "May be given several times",
            HelpName = "TYPE",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("add", "Adds a subscription and prints its secret, this once")
        {
            name, url, types, staff, start,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, by) =>
        {
            var wanted = new NewWebhook(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(url), parsed.GetValue(staff),
                parsed.GetValue(types), parsed.GetValue(start));
            var secret = await session.Get<WebhookDesk>().AddAsync(wanted, by, cancellationToken);
            await PrintAsync(session, secret, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the subscriptions and how far each has come, without the secrets");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, _) =>
        {
            var views = await session.Get<WebhookDesk>().ListAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(views, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(views.Select(Row)), cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Rotate()
    {
        var (name, overlap) = (Name(), new Option<int>("--overlap-hours")
        {
            Description = "How long the old secret signs beside the new one",
            HelpName = "HOURS",
            DefaultValueFactory = _ => (int)WebhookDesk.StandardOverlap.TotalHours,
        });
        var command = new Command("rotate", "Makes a new secret and prints it, this once") { name, overlap };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, by) =>
        {
            var secret = await session.Get<WebhookDesk>().RotateAsync(
                parsed.GetRequiredValue(name), TimeSpan.FromHours(parsed.GetValue(overlap)), by, cancellationToken);
            await PrintAsync(session, secret, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Replay()
    {
        var name = Name();
        var command = new Command("replay", "Tries again what has failed so often that it was parked") { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, by) =>
        {
            var named = parsed.GetRequiredValue(name);
            var replayed = await session.Get<WebhookDesk>().ReplayAsync(named, by, cancellationToken);
            await Done.ReplayedAsync(session, named, replayed, cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static Command Change(
        string verb, string description, string done, Func<WebhookDesk, string, Origin, CancellationToken, Task> change)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async (session, by) =>
        {
            var named = parsed.GetRequiredValue(name);
            await change(session.Get<WebhookDesk>(), named, by, cancellationToken);
            await Done.SayAsync(session, named, verb, $"The webhook '{named}' {done}.", cancellationToken);
        }, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<Session, Origin, Task> run, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        await run(session, await session.RequireOriginAsync(Permission.ManageWebhooks, cancellationToken));
        return ExitCode.Done;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name of the subscription" };

    private static async Task PrintAsync(Session session, ShownSecret secret, CancellationToken cancellationToken)
    {
        if (session.AsJson)
        {
            await Output.JsonAsync(
                new { secret.Name, Secret = secret.Text, secret.PublicKey }, cancellationToken);
            return;
        }

        await Output.LineAsync(secret.Text, cancellationToken);
        ErrorOutput.Notice($"Its public key is {secret.PublicKey}; the secret is not shown again.");
    }

    private static string[] Row(WebhookView view) =>
    [
        view.Webhook.Name,
        view.Status.Paused ? "paused" : view.Status is { Lag: 0, Waiting: 0 } ? "up to date" : "following",
        view.Webhook.Staff ? "staff" : "public",
        view.Webhook.Types.Count == 0 ? "all events" : string.Join(", ", view.Webhook.Types),
        string.Create(CultureInfo.InvariantCulture,
            $"{view.Status.Lag + view.Status.Waiting} to come, {view.Status.Parked} parked"),
        Plain.Line(view.Webhook.Url.ToString()),
        Plain.Line(view.Status.Error),
    ];
}
