using System.Globalization;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Followers.Tests.Following;

/// <summary>A leader that is killed between any two statements of its work.</summary>
public sealed class KilledTests
{
    private const string Outstanding = """
        select coalesce(array_agg(seq_id order by seq_id), '{}') from events.mt_events
        where seq_id > (select position from ops.follower)
          or seq_id in (select position from ops.follower_delivery)
        """;

    [Fact]
    public async Task Nothing_is_lost_and_only_what_was_not_noted_as_taken_comes_twice()
    {
        await using var log = await Log.CreateAsync();
        await log.Followers.BeginAsync("recipient", after: 0, null, Log.Token);
        var (taken, twice, killed) = (new HashSet<long>(), 0, 0);

        // Moments come in pairs: the end of a statement and the beginning of the next leave the database the same.
        for (var moment = 1; ; moment += 2)
        {
            await log.HappensAsync(story: 1);
            await log.HappensAsync(story: 2);
            await log.HappensAsync(story: 1);
            var outstanding = await OutstandingAsync(log.Database);

            var result = await Victims.RunAsync("follow", log.ConnectionString, moment);

            var told = result.Acknowledged.Select(line => long.Parse(line, CultureInfo.InvariantCulture)).ToList();
            Assert.Subset(outstanding.ToHashSet(), told.ToHashSet());
            Assert.Equal(told.Distinct(), told);
            foreach (var story in told.GroupBy(position => position % 3 == 2))
                Assert.Equal(story.Order(), story);

            twice += told.Count(position => !taken.Add(position));
            Assert.Empty(outstanding.Except(await OutstandingAsync(log.Database)).Except(taken));
            killed += result.Survived ? 0 : 1;
            if (result.Survived)
                break;

            Assert.True(moment < 1_000);
        }

        Assert.Empty(await OutstandingAsync(log.Database));
        Assert.Equal(taken.Max(), taken.Count);
        Assert.True(killed >= 6, $"It was killed at {killed} moments only.");
        Assert.InRange(twice, 1, killed * 2);
    }

    private static async Task<long[]> OutstandingAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(Outstanding);
        return (long[])(await command.ExecuteScalarAsync(Log.Token))!;
    }
}
