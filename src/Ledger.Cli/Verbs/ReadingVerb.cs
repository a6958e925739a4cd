using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Withholding;

namespace Ledger.Cli.Verbs;

/// <summary>What all verbs that read have in common: the read models are up with the log before they look.</summary>
internal static class ReadingVerb
{
    public static void SetReading(this Command command, Func<Session, CancellationToken, Task> read) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.GetActorAsync(cancellationToken);
            await session.CatchUpAsync(cancellationToken);
            await read(session, cancellationToken);
            return ExitCode.Done;
        });

    /// <exception cref="RefusedException">There is no such story.</exception>
    public static async Task<StoryView> FindStoryAsync(
        this Session session, string idOrSlug, CancellationToken cancellationToken) =>
        await session.Get<StoryQueries>().FindAsync(idOrSlug, cancellationToken)
            ?? throw new RefusedException(new StoryNotFound());

    /// <summary>Whether the words of the story, in any of its states, are kept from the actor.</summary>
    public static async Task<bool> IsHiddenAsync(
        this Session session, StoryView story, CancellationToken cancellationToken) =>
        Withheld.Is(story.Status)
        && !(await session.GetActorAsync(cancellationToken)).May(Permission.ReadLog);

    /// <exception cref="RefusedException">The story has no such revision.</exception>
    public static async Task<RevisionView> FindRevisionAsync(
        this Session session, StoryView story, int revision, CancellationToken cancellationToken) =>
        await session.Get<RevisionQueries>().FindAsync(story.Id, revision, cancellationToken)
            ?? throw new RefusedException(new RevisionNotFound(revision, story.Revision));

    /// <exception cref="RefusedException">The story had not gone out by then.</exception>
    public static async Task<RevisionView> FindRevisionAtAsync(
        this Session session, StoryView story, DateTimeOffset time, CancellationToken cancellationToken) =>
        await session.Get<RevisionQueries>().FindAtAsync(story.Id, time, cancellationToken)
            ?? throw new RefusedException(new NotYetPublished());

    /// <exception cref="RefusedException">The story was not in the log by then.</exception>
    public static async Task<RevisionView> FindRevisionAtPositionAsync(
        this Session session, StoryView story, long position, CancellationToken cancellationToken) =>
        await session.Get<RevisionQueries>().FindAtPositionAsync(story.Id, position, cancellationToken)
            ?? throw new RefusedException(new NotYetPublished());
}

internal sealed record RevisionNotFound(int Revision, int Last) : Refusal(
    "revision-not-found", FormattableString.Invariant($"There is no revision {Revision}; the story has 1 to {Last}."));

internal sealed record NotYetPublished()
    : Refusal("revision-not-found", "The story had not been published by that time.");
