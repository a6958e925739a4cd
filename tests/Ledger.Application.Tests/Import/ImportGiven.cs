using Ledger.Application.Import;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Import;

/// <summary>Revisions of articles elsewhere, and what their import comes to.</summary>
internal static class ImportGiven
{
    public static readonly DateTimeOffset Noon = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A revision with a title and nothing else but its text.</summary>
    public static SourceRevision Line(int revision, string text, string article = "news/wall.md") => new(
        "example/site", article, revision, Noon.AddHours(revision), "Ada", "A change", "The wall", text, null, null);

    public static async Task<ImportOutcome> ImportAsync(
        this TestLedger ledger, IEnumerable<SourceRevision> lines, List<ImportedLine>? map = null) =>
        await ledger.Send(new ImportRevisions(lines.ToAsyncEnumerable(), "en")
        {
            Actor = new("os:deploy", "deploy", Enum.GetValues<Role>()),
            OnLine = (line, _) =>
            {
                map?.Add(line);
                return ValueTask.CompletedTask;
            },
        });

    /// <summary>Imports what is expected to go in.</summary>
    public static async Task<ImportSummary> ImportedAsync(
        this TestLedger ledger, IEnumerable<SourceRevision> lines, List<ImportedLine>? map = null) =>
        Assert.IsType<ImportOutcome.Done>(await ledger.ImportAsync(lines, map)).Summary;

    public static Task<ImportSummary> ImportedAsync(this TestLedger ledger, params SourceRevision[] lines) =>
        ledger.ImportedAsync(lines, map: null);

    /// <summary>The events as their types with the revision they were imported from; an editor's have none.</summary>
    public static async Task<List<(string Type, int? Imported)>> TypesAsync(this TestLedger ledger) =>
        [.. (await ledger.LogAsync()).Select(recorded => (recorded.Type, recorded.Metadata.ImportedRevision))];

    public static async Task<Story> StoryAsync(this TestLedger ledger, string slug = "wall")
    {
        var stories = ledger.Services.GetRequiredService<StoryRepository>();
        var id = await stories.FindAsync(slug, TestContext.Current.CancellationToken);
        return (await stories.LoadAsync(id!.Value, TestContext.Current.CancellationToken)).State.Current!;
    }

    /// <summary>The body of each published state of each story.</summary>
    public static async Task<Dictionary<(Guid Story, int Revision), string>> TextsAsync(this TestLedger ledger)
    {
        var stories = new Dictionary<Guid, StoryState>();
        var texts = new Dictionary<(Guid, int), string>();
        foreach (var recorded in await ledger.LogAsync())
        {
            var before = stories.GetValueOrDefault(recorded.StreamId, StoryState.Initial);
            var state = before.Evolve((StoryEvent)recorded.Data);
            stories[recorded.StreamId] = state;
            texts[(recorded.StreamId, state.Current!.Revision)] = state.Current.Article.ToBodyText();
        }

        return texts;
    }

    /// <summary>An editor's own change of a story that was imported.</summary>
    public static Task EditAsync(this TestLedger ledger, string text, string slug = "wall") =>
        ledger.DoneAsync(new ReviseArticle(
            new()
            {
                Headline = "The wall",
                Language = "en",
                Blocks = [new() { Id = "b1", Type = BlockType.Paragraph, Text = text }],
            },
            RevisionKind.Update, "Our own")
        { Story = slug, Actor = TestLedger.Editor });
}
