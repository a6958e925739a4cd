using Ledger.Domain.Policies;
using System.Globalization;
using Ledger.Application;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Hosting;
using Ledger.Projections.Running;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Testing.Victim;

/// <summary>
/// Writers who change the same stories at random, and a node that leads the read models, until somebody kills them or a
/// line comes in. Each change has a mark of its own, and the writer says what it begins and what came of it:
/// <c>begun MARK</c>, <c>done MARK</c>, <c>refused MARK</c>.
/// </summary>
internal static class StormScenario
{
    private static readonly Actor Editor = new("user:storm", "Storm", [Role.Editor]);

    public static async Task RunAsync(Situation situation)
    {
        var (name, writers) = (situation.Arguments[0], int.Parse(situation.Arguments[1], CultureInfo.InvariantCulture));
        await using var services = new ServiceCollection()
            .AddLedger(situation.ConnectionString, policy: HousePolicy.OneHand)
            .BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        var leading = services.GetRequiredService<ProjectionRunner>().RunAsync(stop.Token);
        var mediator = services.GetRequiredService<IMediator>();
        var writing = Enumerable.Range(1, writers)
            .Select(n => Task.Run(() => WriteAsync(mediator, $"{name}-{n}", situation.Arguments[2..], stop.Token)))
            .ToList();

        await Console.In.ReadLineAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task WriteAsync(
        IMediator mediator, string name, string[] stories, CancellationToken enough)
    {
        var random = new Random(name.Sum(c => c));
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var n = 1; !enough.IsCancellationRequested; n++)
        {
            var mark = $"{name}-{n}";
            var story = stories[random.Next(stories.Length)];
            StoryRequest request = random.Next(10) == 0
                ? new PublishStory(ArticleOf(mark), Slug: null) { Actor = Editor, IdempotencyKey = mark }
                : new ReviseArticle(ArticleOf(mark), RevisionKind.Update, mark)
                {
                    Story = story,
                    Actor = Editor,
                    IdempotencyKey = mark,

                    // Some writers insist on what they saw last, which somebody else may have changed.
                    ExpectedVersion = random.Next(4) == 0 && seen.TryGetValue(story, out var version) ? version : null,
                };
            Situation.Say($"begun {mark}");
            var outcome = await UntilAnsweredAsync(mediator, request);
            if (outcome is Outcome.Done done)
                seen[story] = done.Version;

            Situation.Say(outcome is Outcome.Done { Changed: true } ? $"done {mark}" : $"refused {mark}");
        }
    }

    // Whoever gets no answer asks again under the same key.
    private static async Task<Outcome?> UntilAnsweredAsync(IMediator mediator, StoryRequest request)
    {
        while (true)
        {
            try
            {
                return await mediator.Send(request);
            }
            catch (WrongExpectedVersionException)
            {
                return null;
            }
            catch (EventStoreUnavailableException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static Article ArticleOf(string mark) => new()
    {
        Headline = $"The storm at {mark}",
        Language = "en",
        Blocks =
        [
            new() { Id = "b1", Type = BlockType.Paragraph, Text = $"The wind rose at {mark}." },
            new() { Id = "b2", Type = BlockType.Paragraph, Text = "Nobody was hurt." },
        ],
    };
}
