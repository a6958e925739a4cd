namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task An_event_comes_back_with_all_that_was_said_of_it()
    {
        var claimed = new DateTimeOffset(2024, 5, 17, 23, 15, 30, 250, TimeSpan.FromHours(-7)).AddTicks(1234);
        var metadata = new EventMetadata("user:ada")
        {
            ActorName = "Ada \"the\" Editor",
            Reason = "A reader wrote in.",
            CorrelationId = "request-7",
            CausationId = "command-9",
            ClaimedAt = claimed,
            ImportedRevision = 12,
        };
        var appended = Event(new NoteTaken("said"), metadata);
        await AppendAsync(StreamA, ExpectedVersion.NoStream, [appended]);

        var read = Assert.Single(await StreamAsync(StreamA));
        Assert.Equal(
            new(1, appended.Id, StreamA, 1, "note_taken", new NoteTaken("said"), read.RecordedAt, metadata), read);
        Assert.Equal(claimed.Offset, read.Metadata.ClaimedAt?.Offset);
        Assert.Equal(claimed, read.OccurredAt);
        Assert.Equal(read, Assert.Single(await AllAsync()));
    }

    [Fact]
    public async Task An_event_of_which_only_the_actor_was_said_comes_back_so()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, [Event(new NoteTaken("said"), new("os:deploy"))]);

        var read = Assert.Single(await StreamAsync(StreamA));
        Assert.Equal(new("os:deploy"), read.Metadata);
        Assert.Equal(read.RecordedAt, read.OccurredAt);
    }

    [Theory]
    [InlineData(1, long.MaxValue, new[] { 1, 2, 3, 4, 5 })]
    [InlineData(3, long.MaxValue, new[] { 3, 4, 5 })]
    [InlineData(1, 2, new[] { 1, 2 })]
    [InlineData(2, 4, new[] { 2, 3, 4 })]
    [InlineData(5, 5, new[] { 5 })]
    [InlineData(6, 9, new int[0])]
    [InlineData(4, 3, new int[0])]
    public async Task A_stream_is_read_from_a_version_to_a_version(long from, long to, int[] expected)
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(5));
        await AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(5));

        var read = await StreamAsync(StreamA, new(from, to));
        Assert.Equal(expected, read.Select(e => ((StepMade)e.Data).Number));
    }

    [Fact]
    public async Task A_stream_is_read_to_a_time()
    {
        foreach (var n in new[] { 1, 2, 3 })
            await AppendAsync(StreamA, new StepMade(n));

        var all = await StreamAsync(StreamA);
        foreach (var last in all)
        {
            var elsewhere = last.RecordedAt.ToOffset(TimeSpan.FromHours(5));
            Assert.Equal(
                all.Where(e => e.RecordedAt <= last.RecordedAt),
                await StreamAsync(StreamA, StreamRange.All with { ToTime = elsewhere }));
        }

        Assert.Empty(await StreamAsync(StreamA, StreamRange.All with { ToTime = all[0].RecordedAt.AddTicks(-10) }));
    }

    [Fact]
    public async Task Rule_11_a_stream_that_is_not_there_reads_as_empty() => Assert.Empty(await StreamAsync(StreamA));

    [Fact]
    public async Task An_empty_log_has_its_head_at_0()
    {
        Assert.Equal(0, await Store.GetHeadAsync(Token));
        Assert.Empty(await AllAsync());
    }

    [Theory]
    [InlineData(0, null, 6)]
    [InlineData(0, 4, 4)]
    [InlineData(4, 4, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(6, null, 0)]
    [InlineData(2, 0, 0)]
    public async Task The_log_is_read_from_a_position_up_to_a_limit(long after, int? limit, int count)
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(3));
        await AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(3));

        var read = await AllAsync(after, limit);
        Assert.Equal(Enumerable.Range(1, count).Select(n => after + n), read.Select(e => e.Position));
    }

    [Fact]
    public async Task A_log_of_many_pages_is_read_whole()
    {
        for (var i = 0; i < 12; i++)
            await AppendAsync(i % 2 == 0 ? StreamA : StreamB, ExpectedVersion.Any, Steps(500));

        AssertGapless(await AllAsync());
        Assert.Equal(6_000, await Store.ReadAllAsync(0, null, Token).CountAsync(Token));
        Assert.Equal(5_001, (await AllAsync(limit: 5_001)).Count);
        Assert.Equal(3_000, (await StreamAsync(StreamB)).Count);
    }

    [Fact]
    public async Task Rule_8_memory_does_not_grow_with_the_log()
    {
        const int Events = 160;
        var text = new string('x', 300_000);
        for (var i = 0; i < Events; i += 16)
            await AppendAsync(StreamA, [.. Enumerable.Repeat(new NoteTaken(text), 16)]);

        var start = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var count = 0;
        await foreach (var _ in Store.ReadAllAsync(0, null, Token))
        {
            if (count++ % 16 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - start);
        }

        Assert.Equal(Events, count);
        Assert.True(most < Events * text.Length / 2, $"{most:N0} bytes were held of {Events * text.Length:N0}.");
    }

    [Fact]
    public async Task Rule_8_a_reader_that_stops_early_leaves_nothing_behind()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(500));
        for (var i = 0; i < 300; i++)
        {
            await foreach (var _ in Store.ReadAllAsync(0, null, Token))
                break;
        }

        Assert.Equal(501, (await AppendAsync(StreamA, new StepMade(501))).Version);
    }

    [Fact]
    public async Task Rule_9_data_is_read_in_its_newest_shape()
    {
        await AppendAsync(StreamA, new NameGiven("Ada Lovelace"));

        var later = await OpenAsync(SampleEvents.WithNewShape);
        var read = await later.ReadStreamAsync(StreamA, StreamRange.All, Token).ToListAsync(Token);
        Assert.Equal(("name_given", new PersonNamed("Ada", "Lovelace")), (read[0].Type, (PersonNamed)read[0].Data));
        await later.AppendAsync(
            new(StreamA, "sample", ExpectedVersion.Exactly(1), [Event(new PersonNamed("Mary", "Shelley"))]), Token);
        Assert.Equal(
            [new PersonNamed("Ada", "Lovelace"), new PersonNamed("Mary", "Shelley")],
            await later.ReadAllAsync(0, null, Token).Select(e => e.Data).ToListAsync(Token));
    }

    [Fact]
    public async Task Rule_9_an_unknown_type_is_never_skipped()
    {
        await AppendAsync(StreamB, new NoteTaken("known"));
        await AppendAsync(StreamA, new NoteTaken("known"), new StepMade(1), new NoteTaken("known"));

        var earlier = await OpenAsync(SampleEvents.WithNewShape);
        var met = await Assert.ThrowsAsync<UnknownEventTypeException>(
            () => earlier.ReadAllAsync(0, null, Token).CountAsync(Token).AsTask());
        Assert.Equal(("step_made", 3), (met.Type, met.Position));
        await Assert.ThrowsAsync<UnknownEventTypeException>(
            () => earlier.ReadStreamAsync(StreamA, StreamRange.All, Token).CountAsync(Token).AsTask());
        Assert.Equal(2, await earlier.ReadAllAsync(0, 2, Token).CountAsync(Token));
    }
}
