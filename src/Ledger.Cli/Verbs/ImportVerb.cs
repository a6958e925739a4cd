using System.CommandLine;
using Ledger.Application.Import;
using Ledger.Cli.Running;
using Ledger.Formats.Importing;
using Ledger.Hosting.Database;
using Npgsql;

namespace Ledger.Cli.Verbs;

internal static class ImportVerb
{
    public static Command Create()
    {
        var file = Symbols.File("The articles, plain or packed with gzip");
        var format = new Option<string>("--format")
        {
            Description = "What the file is",
            DefaultValueFactory = _ => ImportFormat.Revisions,
            HelpName = "FORMAT",
        }.AcceptOnlyFromAmong([.. ImportFormat.Names]);
        var map = Symbols.Optional("--map", "Writes where each line is found in the ledger, as JSON Lines", "FILE");
        var language = new Option<string>("--language")
        {
            Description = "The language of articles of which the file does not name it",
            DefaultValueFactory = _ => "en",
            HelpName = "TAG",
        };
        var command = new Command("import", "Takes in the histories of articles; a second run adds nothing")
        {
            file, format, map, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var input = Input.Open(parsed.GetRequiredValue(file));
            await using var lines = LineMap.Create(parsed.GetValue(map));
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            using var progress = new ProgressLine();
            var kind = parsed.GetRequiredValue(format);
            var revisions = ImportFormat.ReadAsync(
                kind, input, session.Get<TimeProvider>().GetUtcNow(), cancellationToken);
            var unit = kind == ImportFormat.Revisions ? "line" : "revision";
            var request = new ImportRevisions(revisions, parsed.GetRequiredValue(language))
            {
                Actor = await session.GetActorAsync(cancellationToken),
                Progress = progress.For<ImportProgress>(at => $"{at.Lines:N0} {unit}s, {at.Events:N0} new events"),
                OnLine = lines is null ? null : lines.AddAsync,
            };
            return await RunAsync(session, request, unit, progress, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Session session, ImportRevisions request, string unit, ProgressLine progress,
        CancellationToken cancellationToken)
    {
        var summary = await session.SendAsync(request, cancellationToken) switch
        {
            ImportOutcome.Done done => done.Summary,
            ImportOutcome.Refused refused => throw new RefusedException(LineRefused.Of(refused, unit)),
            _ => throw new InvalidOperationException("An import came to nothing that is known here."),
        };

        progress.Show("Bringing the read models up to date");
        if (summary.Events > 0)
            await new DatabaseCare(session.Get<NpgsqlDataSource>()).AnalyzeAsync(cancellationToken);

        await session.CatchUpAsync(cancellationToken);
        progress.Clear();
        if (session.AsJson)
            await Output.JsonAsync(summary, cancellationToken);
        else
            await Output.TextAsync(ImportText.Of(summary, unit), cancellationToken);

        return ExitCode.Done;
    }
}

/// <summary>A rule said no to a line of a set.</summary>
internal sealed record LineRefused(string Code, string Message) : Domain.Refusal(Code, Message)
{
    public static Domain.Refusal Of(ImportOutcome.Refused refused, string unit) => refused.Line is { } line
        ? new LineRefused(refused.Refusal.Code, FormattableString.Invariant(
            $"{char.ToUpperInvariant(unit[0])}{unit[1..]} {line}: {refused.Refusal.Message}"))
        : refused.Refusal;
}
