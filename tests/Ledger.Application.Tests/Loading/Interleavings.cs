using System.Text;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Loading;

/// <summary>Two processes with memories of their own, in any order, decide as one that remembers nothing.</summary>
public sealed class Interleavings
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_answer_is_the_one_of_a_ledger_without_memory(int seed)
    {
        var random = new Random(seed);
        await using var one = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(one);
        await using var forgetful = await TestLedger.CreateAsync(Another.WithoutMemory);

        for (var step = 0; step < Steps; step++)
        {
            var request = Any(random);
            var expected = await AnswerAsync(() => forgetful.Send(request));
            var actual = await AnswerAsync(() => random.Next(2) == 0 ? one.Send(request) : other.Send(request));

            Assert.Equal((step, expected), (step, actual));
        }

        Assert.Equal(
            (await forgetful.LogAsync()).Select(recorded => Text(recorded.Data)),
            (await one.LogAsync()).Select(recorded => Text(recorded.Data)));
    }

    [Fact]
    public async Task At_the_same_time_every_event_follows_from_the_one_before_it()
    {
        await using var one = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(one);
        await one.DoneAsync(Given.Publish("s0"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            var done = new List<(string Headline, long Version)>();
            for (var n = 0; n < 25; n++)
            {
                var request = new ChangeHeadline($"{writer}.{n}", null, null)
                { Story = "s0", Actor = TestLedger.Editor };
                try
                {
                    var outcome = await (writer % 2 == 0 ? one.Send(request) : other.Send(request));
                    done.Add((request.Headline!, Assert.IsType<Outcome.Done>(outcome).Version));
                }
                catch (WrongExpectedVersionException)
                {
                    // Others were first so often that it gave up; it says so, and has written nothing.
                }
            }

            return done;
        }));

        var log = await one.LogAsync();
        var headline = Given.Article.Headline;
        foreach (var changed in log.Skip(1).Select(recorded => ((HeadlineChanged)recorded.Data).Headline!))
        {
            Assert.Equal(headline, changed.From);
            headline = changed.To;
        }

        Assert.Equal(
            log.Skip(1).Select(recorded => (((HeadlineChanged)recorded.Data).Headline!.To!, recorded.Version)),
            answers.SelectMany(done => done).OrderBy(done => done.Version));
    }

    private static StoryRequest Any(Random random)
    {
        var story = $"s{random.Next(2)}";
        long? version = random.Next(4) == 0 ? random.Next(1, 12) : null;
        StoryRequest request = random.Next(9) switch
        {
            8 => Given.Publish(story, Given.Article with { Dateline = story }),
            0 => new RetractArticle("Not so.") { Story = story, Actor = TestLedger.Editor },
            1 or 2 => new ReinstateArticle("It was so.") { Story = story, Actor = TestLedger.Editor },
            3 => new ChangeSlug($"s{random.Next(4)}", null) { Story = story, Actor = TestLedger.Editor },
            4 => new IssueCorrection(CorrectionClass.FactualError, [new("90", "80")], "It was 80.")
            { Story = story, Actor = TestLedger.Editor },
            _ => new ChangeHeadline($"Headline {random.Next(3)}", null, null)
            { Story = story, Actor = TestLedger.Editor },
        };
        return request with { ExpectedVersion = version };
    }

    // Ids are each ledger's own; all else is the same.
    private static async Task<string> AnswerAsync(Func<Task<Outcome>> send)
    {
        try
        {
            return await send() switch
            {
                Outcome.Done done => $"{done with { StoryId = default, CorrectionId = null }}",
                Outcome.Refused { Refusal: var refusal } => refusal.Message,
                var other => $"{other}",
            };
        }
        catch (WrongExpectedVersionException conflict)
        {
            return $"at {conflict.Actual}, not {conflict.Expected}";
        }
    }

    private static string Text(object happened) => Encoding.UTF8.GetString(LedgerEvents.Catalogue.Write(
        happened is CorrectionIssued issued ? issued with { CorrectionId = default } : happened));
}
