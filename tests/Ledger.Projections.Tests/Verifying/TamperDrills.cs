namespace Ledger.Projections.Tests.Verifying;

/// <summary>Somebody who owns the database alters one thing. That very thing is named, and nothing else.</summary>
public sealed class TamperDrills
{
    private static readonly string Story = $"stream {Sample.Harbour}";

    private const string NotItsLeaf = "does not give its leaf: its row, its salts or the leaf was altered";

    public static TheoryData<string, string, string> OfTheLog { get; } = new()
    {
        { "update events.mt_events set data = jsonb_set(data, '{note}', '\"All is well.\"') where seq_id = 3",
            "event 3", NotItsLeaf },
        { "update events.mt_events set headers = headers || '{\"actorName\": \"Somebody Else\"}' where seq_id = 5",
            "event 5", NotItsLeaf },
        { "update events.mt_events set user_name = 'user:mallory' where seq_id = 1", "event 1", NotItsLeaf },
        { "update events.mt_events set \"timestamp\" = \"timestamp\" - interval '1 microsecond' where seq_id = 2",
            "event 2", NotItsLeaf },
        { "update events.mt_events set type = 'headline_changed' where seq_id = 4", "event 4", NotItsLeaf },
        { "update events.mt_events set id = gen_random_uuid() where seq_id = 4", "event 4", NotItsLeaf },
        { "update events.mt_events set is_archived = true where seq_id = 4", "event 4",
            "is marked as archived, as of another tenant, or carries bytes that no leaf covers" },
        { "update log.leaves set salts = set_byte(salts, 0, get_byte(salts, 0) # 1) where position = 6",
            "event 6", NotItsLeaf },
        { "update log.leaves set hash = set_byte(hash, 31, get_byte(hash, 31) # 128) where position = 6",
            "event 6", NotItsLeaf },
        { "delete from log.leaves where position = 7", "event 7",
            "has no leaf, so whoever wrote it went past the ledger" },
        { "insert into ops.commands values ('user:mallory:1', '', gen_random_uuid(), 1, 1)",
            "command user:mallory:1", "is noted with another event than the one at its position" },
        { "insert into ops.stream_keys values ('slug:mine', gen_random_uuid())",
            "name slug:mine", "belongs to a stream that is not there" },
        { "update events.mt_streams set version = version + 1 where version = 15",
            $"stream {Sample.Harbour}", "has version 16 in mt_streams and 15 in its events" },
        { "update events.mt_streams set is_archived = true where version = 15",
            $"stream {Sample.Harbour}", "is marked in mt_streams as archived or as of another tenant" },
        { "insert into events.mt_streams (id, version) values ('0197a1b2-0000-7000-8000-00000000dead', 1)",
            "stream 0197a1b2-0000-7000-8000-00000000dead", "has a row in mt_streams and no event" },
        { "drop trigger append_only on events.mt_events", "events.mt_events",
            "has no trigger that refuses to alter or remove rows" },
        { "alter table log.leaves disable trigger append_only", "log.leaves",
            "has no trigger that refuses to alter or remove rows" },
        { "create or replace function events.refuse_rewriting() returns trigger language plpgsql as "
            + "'begin return null; end'", "events.refuse_rewriting", "does not do what it is there for" },
        { "drop index events.pk_mt_events_stream_and_version", "events.mt_events",
            "has no unique index on stream and version" },
        { "grant delete on events.mt_events to public", "events.mt_events",
            "can be altered by everybody, who may delete" },
        { "drop table log.leaves", "log.leaves", "is not there" },
    };

    public static TheoryData<string, string, string> OfWhatIsMade { get; } = new()
    {
        { "update read.story set headline = 'Altered' where slug = 'harbour-wall-fails'",
            $$"""read.story {"id": "{{Sample.Harbour}}"}""",
            "has another value than the events give in headline" },
        { "delete from read.slug where slug = 'long'", """read.slug {"slug": "long"}""", "is missing" },
        { "insert into read.slug values ('mine', gen_random_uuid(), true)", """read.slug {"slug": "mine"}""",
            "is there, and no event says so" },
        { "drop table read.fix", "read.fix", "is not there" },
        { "delete from ops.stream_keys where key = 'slug:long'", "ops.stream_keys slug:long", "is missing" },
        { "update ops.stream_keys set stream_id = '0197a1b2-0000-7000-8000-000000000001' where key = 'slug:long'",
            "ops.stream_keys slug:long", "has another stream than the events give" },
        { "update ops.read_model set version = version + 1 where name = 'draft'",
            "the read model 'draft'", "has version " },
        { "update events.mt_event_progression set last_seq_id = 1000 where name = 'draft:All'",
            "the read model 'draft'", "stands at position 1000, which the log does not have" },
    };

    [Theory]
    [MemberData(nameof(OfTheLog))]
    [MemberData(nameof(OfWhatIsMade))]
    public async Task What_was_altered_is_named_and_nothing_else(string tampering, string where, string what)
    {
        await using var site = await TestSite.GivenAllAsync();
        Assert.Empty(await site.VerifyAsync());

        await site.TamperAsync(tampering);

        var found = await site.VerifyAsync();
        Assert.All(found, finding => Assert.Contains(
            where, $"{finding.Where} {finding.What}", StringComparison.Ordinal));
        Assert.Equal(where, found[0].Where);
        Assert.StartsWith(what, found[0].What, StringComparison.Ordinal);
    }

    public static TheoryData<string, string[]> OfRows { get; } = new()
    {
        { "delete from events.mt_events where seq_id = 1", ["event 1", Story] },
        { "delete from events.mt_events where seq_id = 5", ["event 5", Story] },
        { "delete from events.mt_events where seq_id = 40", ["event 40", $"stream {Sample.Bridge}"] },
        { "delete from events.mt_events where seq_id = 5; delete from log.leaves where position = 5",
            ["event 5", Story] },
        { "delete from events.mt_events where seq_id in (4, 5); delete from log.leaves where position in (4, 5)",
            ["each of the events 4 to 5", Story] },
        { "update events.mt_events set data = case seq_id when 4 then (select data from events.mt_events where "
            + "seq_id = 7) else (select data from events.mt_events where seq_id = 4) end where seq_id in (4, 7)",
            ["event 4", "event 7"] },
        { "update events.mt_events set seq_id = -seq_id where seq_id in (4, 5); "
            + "update events.mt_events set seq_id = 9 + seq_id where seq_id < 0", ["event 4", "event 5", Story] },
        { "update events.mt_events set version = version + 100 where version >= 3 and stream_id = "
            + $"'{Sample.Report}'", ["event 16", "event 17", "event 18", "event 19", $"stream {Sample.Report}"] },
        { "insert into events.mt_events select 41, gen_random_uuid(), stream_id, 2, data, bdata, 'article_revised', "
            + "\"timestamp\", tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived "
            + $"from events.mt_events where stream_id = '{Sample.Bridge}'", ["event 41", $"stream {Sample.Bridge}"] },
    };

    [Theory]
    [MemberData(nameof(OfRows))]
    public async Task Rows_that_are_gone_new_or_elsewhere_are_named_with_their_stream(string tampering, string[] where)
    {
        await using var site = await TestSite.GivenAllAsync();
        Assert.Equal(40, await site.Store.GetHeadAsync(TestSite.Cancelled));

        await site.TamperAsync(tampering);

        Assert.Equal(where, (await site.VerifyAsync()).Select(finding => finding.Where));
    }
}
