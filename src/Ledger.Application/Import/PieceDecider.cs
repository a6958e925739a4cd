using Ledger.Application.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Import;

/// <summary>Decides what the lines of one piece add to their story, by the rules that hold for every command.</summary>
internal sealed class PieceDecider(ImportRun run, Piece piece, string slug, Limits limits, DateTimeOffset now)
{
    private const string IsGone = "The source of this story has withdrawn it.";
    private const string IsBack = "The source of this story has published it again.";

    private readonly List<StoryEvent> data = [];

    /// <summary>What is to be appended, in the order of the lines.</summary>
    public List<NewEvent> Events { get; } = [];
    public List<LineResult> Lines { get; } = [];
    public IEnumerable<string> Keys => data.SelectMany(Slugs.TakenBy).Select(Slugs.Key);

    /// <returns>The article after the piece, at a version that holds once the events are appended.</returns>
    /// <exception cref="LineRefusedException">A rule refused a line.</exception>
    public ArticleState Decide(ArticleState state)
    {
        foreach (var line in piece.Lines)
            state = Next(state, line);

        return state with { Version = state.Version + Events.Count };
    }

    private ArticleState Next(ArticleState state, SourceRevision line)
    {
        var fields = SourceFields.Of(line, state.Before);
        if (state.FindImported(line.Revision) is { } known)
            return Finish(state, line, fields, LineOutcome.Known, known);

        if (state.Story.Current is not { } story)
            return fields.IsCancelled
                ? Finish(state, line, fields, LineOutcome.Unchanged, null)
                : Publish(state, line, fields);

        var before = state.Before ?? SourceFields.Of(story.Article);
        if (before == fields)
        {
            var shown = state.Before is null ? story.Revision : state.RevisionBefore;
            return Finish(state, line, fields, shown is null ? LineOutcome.Waiting : LineOutcome.Unchanged, shown);
        }

        if (state.EditedSince.LastOrDefault(edited => LineCommands.AreMetBy(edited.Article, before, fields)) is { } met)
            return Finish(state, line, fields, LineOutcome.Unchanged, met.Revision);

        return state.Story is StoryState.Published || WasWithdrawnByItsSource(state)
            ? Change(state, line, before, fields)
            : Finish(state, line, fields, LineOutcome.Waiting, null);
    }

    private static bool WasWithdrawnByItsSource(ArticleState state) =>
        state.Story is StoryState.Withdrawn && state.EditedSince.Count == 0;

    private ArticleState Publish(ArticleState state, SourceRevision line, SourceFields fields)
    {
        var published = Take(state.Story, new StoryCommand.Publish(slug, fields.ToArticle(run.Language)), line);
        return Finish(state with { Story = published }, line, fields, LineOutcome.Added, published.Current!.Revision);
    }

    private ArticleState Change(ArticleState state, SourceRevision line, SourceFields before, SourceFields fields)
    {
        var already = Events.Count;
        var story = state.Story;
        if (fields.IsCancelled)
            story = story is StoryState.Published ? Take(story, new StoryCommand.Withdraw(IsGone), line) : story;
        else
            story = Follow(story, line, before, fields);

        var shown = story.Current!.Revision;
        return Events.Count == already
            ? Finish(state, line, fields, LineOutcome.Unchanged, shown)
            : Finish(state with { Story = story, EditedSince = [] }, line, fields, LineOutcome.Added, shown);
    }

    private StoryState Follow(StoryState story, SourceRevision line, SourceFields before, SourceFields fields)
    {
        if (story is StoryState.Withdrawn)
            story = Take(story, new StoryCommand.Reinstate(IsBack), line);

        foreach (var commands in LineCommands.Between(before, fields, SourceFields.NotBlank(line.Comment)))
        {
            foreach (var command in commands(story.Current!.Article))
                story = Take(story, command, line);
        }

        return story;
    }

    private StoryState Take(StoryState story, StoryCommand command, SourceRevision line)
    {
        var decision = StoryDecider.Decide(command with { IsHistory = true }, story, limits);
        if (decision.Refusal is { } refusal)
            throw new LineRefusedException(piece.FirstLine + Lines.Count, refusal);

        var metadata = new EventMetadata($"import:{line.Source}")
        {
            ActorName = SourceFields.NotBlank(line.Author),
            CorrelationId = run.CorrelationId,
            CausationId = run.StartedBy.Id,
            ClaimedAt = line.At,
            ImportedRevision = line.Revision,
        };

        foreach (var happened in decision.Events)
        {
            data.Add(happened);
            Events.Add(new(Guid.CreateVersion7(now), happened, metadata));
            story = story.Evolve(happened);
        }

        return story;
    }

    private ArticleState Finish(
        ArticleState state, SourceRevision line, SourceFields fields, LineOutcome outcome, int? revision)
    {
        Lines.Add(new(
            new(line.Source, line.Article, line.Revision, state.StoryId, revision),
            outcome,
            SameText: fields.Text == state.Before?.Text));
        return state with { Before = fields, RevisionBefore = revision };
    }
}
