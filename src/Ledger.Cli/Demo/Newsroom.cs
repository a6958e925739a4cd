using System.Text;
using Ledger.Application;
using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Domain.Drafts;
using Ledger.EventStore;
using Ledger.Hosting.Accounts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Cli.Demo;

/// <summary>Fills an empty ledger with a sample newsroom, by the same commands as everybody's.</summary>
/// <remarks>
/// Each step of a story adds one event, so that the story's version says how many are done: a seeding that was broken
/// off goes on where it stopped, and a second one adds nothing.
/// </remarks>
internal sealed class Newsroom(IServiceProvider services)
{
    private readonly IMediator mediator = services.GetRequiredService<IMediator>();
    private readonly StoryRepository stories = services.GetRequiredService<StoryRepository>();
    private readonly AccountStore accounts = services.GetRequiredService<AccountStore>();
    private readonly DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <returns>What to tell the person who started it.</returns>
    public async Task<string> SeedAsync(CancellationToken cancellationToken)
    {
        var first = await stories.FindAsync(DemoFiles.Story(DemoStories.All[0].File).Slug!, cancellationToken);
        var head = await services.GetRequiredService<IEventStore>().GetHeadAsync(cancellationToken);
        if (first is null && head > 0)
            return "The ledger is not empty, so no sample newsroom was added.\n";

        await AddAccountsAsync(cancellationToken);
        foreach (var story in DemoStories.All)
            await TellAsync(story, cancellationToken);

        return await AccountsTextAsync(cancellationToken);
    }

    private async Task AddAccountsAsync(CancellationToken cancellationToken)
    {
        foreach (var demo in DemoAccounts.All)
        {
            if (await accounts.FindAsync(demo.Name, cancellationToken) is null)
            {
                await accounts.AddAsync(
                    new(demo.Name, demo.DisplayName, [demo.Role]), demo.Password, Origin.Program, cancellationToken);
            }
        }
    }

    private async Task TellAsync(DemoStory story, CancellationToken cancellationToken)
    {
        var file = DemoFiles.Story(story.File);
        if (await stories.FindAsync(file.Slug!, cancellationToken) is not { } id)
        {
            var published = await mediator.Send(
                new PublishStory(file.Article, file.Slug)
                {
                    Actor = await ActorAsync(story.Account, cancellationToken),
                    ClaimedAt = Ago(story.Hours),
                },
                cancellationToken);
            id = published.OrThrow().StoryId;
        }

        while (true)
        {
            var loaded = await stories.LoadAsync(id, cancellationToken);
            if (loaded.Version > story.Steps.Count)
                return;

            var step = story.Steps[(int)loaded.Version - 1];
            var actor = await ActorAsync(step.Account, cancellationToken);
            var request = step.Request(id.ToString(), actor, loaded.State.Current!.Article) with
            {
                ExpectedVersion = loaded.Version,
                ClaimedAt = Ago(step.Hours),
            };
            var outcome = await mediator.Send(request, cancellationToken);
            if (outcome is Outcome.Drafted drafted)
            {
                await ApproveAsync(drafted.DraftId, request.ClaimedAt, cancellationToken);
                continue;
            }

            if (!outcome.OrThrow().Changed)
                throw new InvalidOperationException($"Step {loaded.Version} of sample {story.File} changes nothing.");
        }
    }

    // What the policy wants a second person for is approved by the standards editor of the sample newsroom.
    private async Task ApproveAsync(Guid draft, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var approver = DemoAccounts.All.First(account => account.Role == Role.Standards).Name;
        var approved = await mediator.Send(
            new ApproveDraft { Actor = await ActorAsync(approver, cancellationToken), Draft = draft, ClaimedAt = at },
            cancellationToken);
        if (approved is not StreamOutcome<DraftState>.Done { State.Status: DraftStatus.Published })
            throw new InvalidOperationException($"The draft of a sample correction came to {approved}.");
    }

    private async Task<Actor> ActorAsync(string name, CancellationToken cancellationToken) =>
        (await accounts.FindAsync(name, cancellationToken))?.ToActor()
            ?? throw new InvalidOperationException($"The sample account {name} is missing.");

    private DateTimeOffset Ago(double hours) => now - TimeSpan.FromHours(hours);

    private async Task<string> AccountsTextAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder("A sample newsroom is here to try. Sign in as:\n");
        foreach (var demo in DemoAccounts.All)
        {
            // Whoever has changed a password knows it.
            var isUnchanged =
                await accounts.CheckPasswordAsync(demo.Name, demo.Password, cancellationToken) is not null;
            text.Append($"  {demo.Name,-10} {(isUnchanged ? demo.Password : "(its password was changed)"),-28} ")
                .Append(demo.DisplayName).Append('\n');
        }

        return text.ToString();
    }
}
