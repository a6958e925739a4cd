using System.Text.Json;
using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Reports;

/// <summary>Somebody, with an account or without, says that a story is wrong.</summary>
/// <param name="Story">The story's id or any slug it has had.</param>
/// <param name="Revision">The number of the state they read; null is the present one.</param>
public sealed record ReceiveReport(string Story, int? Revision, TextQuote? Quote, string Text, string? Evidence)
    : CommandRequest, IRequest<ReportTaken>
{
    /// <summary>Kept apart from the log; null where the reporter leaves none.</summary>
    public ReporterContact? Contact { get; init; }

    /// <summary>The receipt that the form had ready; null makes one.</summary>
    public string? Receipt { get; init; }

    /// <summary>The address of the network that it came from, which is counted and not kept.</summary>
    public string? SentFrom { get; init; }

    /// <summary>Whether the form was filled in as no person does it.</summary>
    public bool LooksAutomatic { get; init; }
}

/// <summary>What came of a report.</summary>
/// <param name="Receipt">Null where it was refused.</param>
public sealed record ReportTaken(StreamOutcome<Report?> Outcome, string? Receipt);

internal sealed class ReceiveReportHandler(
    StreamRunner runner, StreamLoader streams, StoryRepository stories, Receipts receipts, Intake intake,
    IReporterStore reporters, PolicyDesk policies, Limits limits, TimeProvider time)
    : IRequestHandler<ReceiveReport, ReportTaken>
{
    public async Task<ReportTaken> Handle(ReceiveReport request, CancellationToken cancellationToken)
    {
        if (await FindStoryAsync(request.Story, cancellationToken) is not { } story)
            return Refused(new StoryNotFound());

        var revision = request.Revision ?? story.State.Current!.Revision;
        if (revision < 1 || revision > story.State.Current!.Revision)
            return Refused(new RevisionNotFound(revision));

        if (ContactRules.FirstBroken(request.Contact) is { } broken)
            return Refused(broken);

        var isStaff = request.Actor.May(Permission.ReadLog);
        var receipt = await ReceiptOfAsync(request, cancellationToken);
        var (id, now) = (Receipts.ToReport(receipt), time.GetUtcNow());
        var deadlines = (await policies.FindAsync(cancellationToken)).Policy.Deadlines;
        var command = new ReportCommand.Receive(
            story.Id, revision, request.Quote, request.Text, request.Evidence,
            isStaff ? ReportSource.Staff : ReportSource.Reader, request.Contact is not null,
            now.AddHours(deadlines.TriageHours));

        // What the rules refuse is told as it is, and does not count; what is sent again is let through.
        var known = await streams.LoadAsync(ReportStream.Kind, id, cancellationToken);
        var decision = ReportDecider.Decide(command, known.State, limits, deadlines);
        if (decision.Refusal is { } refusal)
            return Refused(refusal);

        if (!isStaff && !known.Exists
            && await intake.CheckAsync(request, story.Id, now, cancellationToken) is { } unwelcome)
            return Refused(unwelcome);

        var outcome = await runner.RunAsync(
            ReportStream.Kind, id, ToLog(request, isStaff), Permission.ReportErrors,
            (report, _) => ReportDecider.Decide(command, report, limits, deadlines), cancellationToken);
        if (outcome is not StreamOutcome<Report?>.Done done)
            return new(outcome, null);

        if (request.Contact is { } contact && done.State!.HasContact)
            await reporters.SaveAsync(done.Id, contact, cancellationToken);

        return new(outcome, receipt);
    }

    private async Task<LoadedStory?> FindStoryAsync(string idOrSlug, CancellationToken cancellationToken) =>
        await stories.FindAsync(idOrSlug, cancellationToken) is { } id
        && await stories.LoadAsync(id, cancellationToken) is { Version: > 0 } story
            ? story
            : null;

    private async Task<string> ReceiptOfAsync(ReceiveReport request, CancellationToken cancellationToken) =>
        request.Receipt
        ?? (request.IdempotencyKey is { } key
            ? await receipts.ForKeyAsync(
                $"{request.Actor.Id}\0{key}", JsonSerializer.Serialize(ContentOf(request), LedgerEvents.Json),
                cancellationToken)
            : Receipts.New());

    private static object ContentOf(ReceiveReport request) =>
        new { request.Story, request.Revision, request.Quote, request.Text, request.Evidence, request.Contact };

    // Readers are one and the same in the log, whoever they are, and share no names for their requests.
    private static ReceiveReport ToLog(ReceiveReport request, bool isStaff) => request with
    {
        Actor = isStaff ? request.Actor : Actor.AnyReader,
        IdempotencyKey = isStaff ? request.IdempotencyKey : null,
        Contact = null,
        Receipt = null,
        SentFrom = null,
    };

    private static ReportTaken Refused(Refusal refusal) => new(new StreamOutcome<Report?>.Refused(refusal), null);
}
