using System.CommandLine;
using Ledger.Application.Assets;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Assets;
using Ledger.Domain.Stories;
using Ledger.Projections.Assets;

namespace Ledger.Cli.Verbs;

/// <summary>Pictures that stories share, each corrected once.</summary>
internal static class AssetVerbs
{
    private const int MostAssets = 1_000;

    public static Command Create() => new("asset", "Corrects a picture in every story that uses it")
    {
        List(),
        Show(),
        Correct(),
        Step("approve", "Approves a correction as a second person, and publishes it in each story",
            (actor, asset, id) => new ApproveAssetCorrection(asset, id) { Actor = actor }),
        Step("publish", "Tries again in the stories that could not be corrected, or use the picture since",
            (actor, asset, id) => new PublishAssetCorrection(asset, id) { Actor = actor }),
        Reject(),
        Waive(),
    };

    private static Command List()
    {
        var search = Symbols.Optional("--search", "Words of the address, or of what is said beside it");
        var open = new Option<bool>("--open") { Description = "Only those that wait for somebody" };
        var command = new Command("list", "Lists the pictures, those used last first") { search, open };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ReadAsync(parsed, cancellationToken);
            var page = await session.Get<AssetQueries>().ListAsync(
                null, MostAssets, parsed.GetValue(search), parsed.GetValue(open), cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(page.Items, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(page.Items.Select(Row)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var asset = Asset();
        var command = new Command("show", "Shows a picture, its uses and its corrections as JSON") { asset };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ReadAsync(parsed, cancellationToken);
            var id = IdOf(parsed.GetRequiredValue(asset));
            await Output.JsonAsync(
                await session.Get<AssetQueries>().FindAsync(id, cancellationToken)
                    ?? throw new RefusedException(new AssetNotFound()),
                cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Correct()
    {
        var asset = Asset();
        var @class = Symbols.Word<CorrectionClass>("--class", "class", "What kind of error it was");
        @class.Required = true;
        var wrong = Symbols.Required("--wrong", "The words that are wrong, as they stand beside the picture");
        var right = Symbols.Required("--right", "The words that replace them");
        var field = Symbols.Word<ArticleField>("--field", "field", "The caption, unless it is the credit");
        var severity = Symbols.Word<Severity>("--severity", "severity", "Where it is graver than its class");
        var note = Symbols.Required("--note", "The note to the readers of each story");
        var command = new Command("correct", "Proposes a correction, or publishes it where the policy asks nobody")
        {
            asset, @class, wrong, right, field, severity, note, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => new ProposeAssetCorrection(
                IdOf(parsed.GetRequiredValue(asset)), parsed.GetRequiredValue(@class),
                parsed.GetResult(severity) is null ? null : parsed.GetValue(severity),
                [
                    new(parsed.GetRequiredValue(wrong), parsed.GetRequiredValue(right),
                        parsed.GetResult(field) is null ? ArticleField.Caption : parsed.GetValue(field)),
                ],
                parsed.GetRequiredValue(note))
            {
                Actor = actor,
            },
            state => state.Corrections[^1], cancellationToken));
        return command;
    }

    private static Command Step(string name, string description, Func<Actor, Guid, Guid, AssetRequest> request)
    {
        var (asset, correction) = (Asset(), Correction());
        var command = new Command(name, description) { asset, correction, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => request(actor, IdOf(parsed.GetRequiredValue(asset)), parsed.GetValue(correction)),
            state => state.Find(parsed.GetValue(correction))!, cancellationToken));
        return command;
    }

    private static Command Reject()
    {
        var reason = Symbols.Required("--reason", "Why, for whoever proposed it");
        var command = Step("reject", "Does not approve a correction, or takes one's own back",
            reason, (actor, asset, id, _, why) => new RejectAssetCorrection(asset, id, why) { Actor = actor });
        return command;
    }

    private static Command Waive()
    {
        var story = new Option<Guid>("--story") { Description = "The id of the story", Required = true };
        var reason = Symbols.Required("--reason", "Why it need not be corrected");
        var command = Step("waive", "Says why a story that could not be corrected need not be",
            reason, (actor, asset, id, parsed, why) =>
                new WaiveAssetException(asset, id, parsed.GetValue(story), why) { Actor = actor });
        command.Options.Add(story);
        return command;
    }

    private static Command Step(
        string name, string description, Option<string> reason,
        Func<Actor, Guid, Guid, ParseResult, string, AssetRequest> request)
    {
        var (asset, correction) = (Asset(), Correction());
        var command = new Command(name, description) { asset, correction, reason, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            actor => request(
                actor, IdOf(parsed.GetRequiredValue(asset)), parsed.GetValue(correction), parsed,
                parsed.GetRequiredValue(reason)),
            state => state.Find(parsed.GetValue(correction))!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<Actor, AssetRequest> request, Func<AssetState, AssetCorrection> find,
        CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(parsed, cancellationToken);
        var actor = await session.GetActorAsync(cancellationToken);
        var named = request(actor) with { IdempotencyKey = parsed.GetValue(Writing.CommandId) };
        var outcome = await session.SendAsync(named, cancellationToken);
        if (outcome is StreamOutcome<AssetState>.Refused refused)
            throw new RefusedException(refused.Refusal);

        var done = (StreamOutcome<AssetState>.Done)outcome;
        var correction = find(done.State);
        await Output.JsonAsync(
            new
            {
                Asset = done.Id,
                Correction = correction.Id,
                correction.Status,
                correction.Outcomes,
                Open = correction.ListOpen().Count,
                done.Version,
                done.Position,
                done.Changed,
                done.Repeated,
            },
            cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<Session> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var session = await Session.OpenAsync(parsed, cancellationToken);
        await session.RequireAsync(Permission.ReadLog, cancellationToken);
        await session.CatchUpAsync(cancellationToken);
        return session;
    }

    private static string[] Row(AssetSummary asset) =>
    [
        asset.Id.ToString(), $"{asset.Stories}", asset.Exceptions + asset.Awaiting > 0 ? "open" : "-",
        Plain.Line(asset.Url), Plain.Line(asset.Caption ?? ""),
    ];

    private static Argument<string> Asset() =>
        new("ASSET") { Description = "The address of the picture, or its id as 'ledger asset list' has it" };

    private static Argument<Guid> Correction() => new("CORRECTION") { Description = "The id of the correction" };

    private static Guid IdOf(string named) => Guid.TryParse(named, out var id) ? id : AssetIds.OfPicture(named);
}
