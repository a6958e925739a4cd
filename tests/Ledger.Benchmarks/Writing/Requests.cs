using System.Diagnostics;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Writing;

/// <summary>The requests that the front ends send for a command.</summary>
internal static class Requests
{
    public static Actor Editor { get; } = new("user:edith", "Edith Editor", [Role.Editor]);

    public static PublishStory Publish(Manuscript story) => new(story.Article, null)
    {
        Actor = Editor,
        CorrelationId = NewCorrelation(),
    };

    public static ExistingStoryRequest Of(StoryCommand command, Manuscript story) =>
        Of(command, story.Id.ToString()) with
        {
            ExpectedVersion = story.Version,
            CorrelationId = NewCorrelation(),
        };

    private static ExistingStoryRequest Of(StoryCommand command, string story) => command switch
    {
        StoryCommand.Revise c =>
            new ReviseArticle(c.Article, c.Kind, c.Reason) { Actor = Editor, Story = story },
        StoryCommand.ChangeHeadline c =>
            new ChangeHeadline(c.Headline, c.Standfirst, c.Reason) { Actor = Editor, Story = story },
        StoryCommand.Attribute c =>
            new ChangeAttribution(c.Role, c.BlockId, c.From, c.To, c.Reason) { Actor = Editor, Story = story },
        StoryCommand.Correct c =>
            new IssueCorrection(c.Class, c.Claims, c.Note) { Actor = Editor, Story = story },
        StoryCommand.EditCaption c =>
            new EditCaption(c.BlockId, c.Caption, c.Credit, c.Reason) { Actor = Editor, Story = story },
        _ => throw new UnreachableException($"The writer does not ask for {command.GetType().Name}."),
    };

    // As the API has it from the trace of its request.
    private static string NewCorrelation() => ActivityTraceId.CreateRandom().ToHexString();
}
