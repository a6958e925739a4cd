using System.Text;
using System.Text.Json;
using Ledger.Application.Auditing;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Bundles;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Hosting.Tests.Bundles;

public sealed class WithheldMembers(BundleLog log) : IClassFixture<BundleLog>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<DisclosureLevel, string[], string[]> Words { get; } = new()
    {
        {
            DisclosureLevel.Public, ["Nobody was hurt", "This story was published by mistake.", "市場"],
            ["user:", "Edith", "As we agreed", "request-17", "unspeakable", "555 0199", "mine.example", "breakfast"]
        },
        {
            DisclosureLevel.Regulator,
            ["user:edith", "user:sten", "As we agreed", "request-17", "unspeakable", "breakfast"],
            ["555 0199", "mine.example"]
        },
        { DisclosureLevel.Court, ["user:edith", "unspeakable", "555 0199", "mine.example/0199"], [] },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_level_tells_what_it_may_and_no_more(DisclosureLevel level, string[] told, string[] withheld)
    {
        var bundle = BundleLog.Text(await log.ExportAsync(level, null));

        Assert.All(told, word => Assert.Contains(word, bundle, StringComparison.Ordinal));
        Assert.All(withheld, word => Assert.DoesNotContain(word, bundle, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DisclosureLevel.Public)]
    [InlineData(DisclosureLevel.Regulator)]
    [InlineData(DisclosureLevel.Court)]
    public async Task A_salt_is_shown_with_its_value_and_never_without(DisclosureLevel level)
    {
        var (bundle, shown, all) = (BundleLog.Text(await log.ExportAsync(level, null)), 0, 0);
        await foreach (var row in log.Ledger.Services.GetRequiredService<MerkleLog>()
            .ReadLeavesAsync(0, long.MaxValue, Cancelled))
        {
            var salts = row.Salts.Chunk(Integrity.Commitments.SaltLength).Select(Convert.ToBase64String).ToList();
            var line = Events(bundle)
                .Single(e => e.GetProperty("leaf").GetProperty("position").GetInt64() == row.Position);
            var values = line.GetProperty("shown").EnumerateObject().SelectMany(part => part.Value.EnumerateObject())
                .Select(member => member.Value.GetProperty("salt").GetString()!).ToList();
            Assert.Equal(values.Order(), salts.Where(salt => bundle.Contains(salt, StringComparison.Ordinal)).Order());
            (shown, all) = (shown + values.Count, all + salts.Count);
        }

        Assert.Equal(level == DisclosureLevel.Court, shown == all);
        Assert.InRange(shown, 50, all);
    }

    [Fact]
    public async Task The_leaves_are_the_same_at_every_level()
    {
        var levels = new List<IReadOnlyList<string>>();
        foreach (var level in Enum.GetValues<DisclosureLevel>())
            levels.Add([.. Events(BundleLog.Text(await log.ExportAsync(level, SampleLog.Withdrawn)))
                .Select(line => line.GetProperty("leaf").GetRawText() + line.GetProperty("proof").GetRawText())]);

        Assert.Equal(levels[0], levels[1]);
        Assert.Equal(levels[1], levels[2]);
        Assert.NotEmpty(levels[0]);
    }

    [Fact]
    public async Task Of_a_withdrawn_story_the_public_has_the_notice_and_no_version()
    {
        var bundle = await log.ExportAsync(DisclosureLevel.Public, SampleLog.Withdrawn);

        Assert.Equal((0, 0), (await BundleLog.VerifyAsync(bundle)) is var verified
            ? (verified.Versions, verified.Exposures)
            : default);
        Assert.Contains("This story was published by mistake.", BundleLog.Text(bundle), StringComparison.Ordinal);
        Assert.Equal(3, (await BundleLog.VerifyAsync(
            await log.ExportAsync(DisclosureLevel.Regulator, SampleLog.Withdrawn))).Versions);
    }

    [Fact]
    public async Task What_was_altered_behind_the_ledgers_back_is_not_exported()
    {
        await using var own = new BundleLog();
        await own.InitializeAsync();
        await using var database = NpgsqlDataSource.Create(own.Ledger.ConnectionString);
        await using var tamper = database.CreateCommand(
            "set session_replication_role = replica; "
            + "update events.mt_events set data = jsonb_set(data, '{note}', '\"All is well.\"') where seq_id = 3");
        await tamper.ExecuteNonQueryAsync(Cancelled);

        var refused = await Assert.ThrowsAsync<LogIntegrityException>(
            () => own.ExportAsync(DisclosureLevel.Court, SampleLog.Harbour));

        Assert.StartsWith("The event at position 3 is not what was signed", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Events(string bundle) =>
        bundle.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => BundleLine.Read(Encoding.UTF8.GetBytes(line)))
            .Where(line => BundleLine.KindOf(line) == BundleEvent.Kind);
}
