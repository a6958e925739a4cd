namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Rule_1_events_keys_and_version_come_together()
    {
        var result = await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(3), "name:one", "name:two");

        Assert.Equal(new(Version: 3, Position: 3), result);
        Assert.Equal(3, (await StreamAsync(StreamA)).Count);
        Assert.Equal(StreamA, await Store.FindByKeyAsync("name:one", Token));
        Assert.Equal(StreamA, await Store.FindByKeyAsync("name:two", Token));
    }

    [Fact]
    public async Task Rule_1_when_one_key_is_taken_nothing_comes()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1), "name:taken");

        await AssertNothingIsWrittenAsync(() => Assert.ThrowsAsync<KeyTakenException>(
            () => AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(2), "name:free", "name:taken")));
        Assert.Null(await Store.FindByKeyAsync("name:free", Token));
    }

    [Fact]
    public async Task Rule_2_versions_count_up_in_the_order_of_the_list()
    {
        await AppendAsync(StreamA, new StepMade(1), new StepMade(2));
        await AppendAsync(StreamB, new StepMade(7));
        await AppendAsync(StreamA, new StepMade(3));

        Assert.Equal(
            [(1L, new StepMade(1)), (2L, new StepMade(2)), (3L, new StepMade(3))],
            (await StreamAsync(StreamA)).Select(e => (e.Version, (StepMade)e.Data)));
    }

    [Fact]
    public async Task Rule_4_a_stale_writer_is_told_both_versions_and_writes_nothing()
    {
        await AppendAsync(StreamA, new StepMade(1), new StepMade(2));

        await AssertNothingIsWrittenAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<WrongExpectedVersionException>(
                () => AppendAsync(StreamA, ExpectedVersion.Exactly(1), Steps(1)));
            Assert.Equal(
                (StreamA, ExpectedVersion.Exactly(1), 2), (refused.StreamId, refused.Expected, refused.Actual));
        });
    }

    [Fact]
    public async Task Rule_4_a_stream_that_is_there_is_not_made_again()
    {
        await AppendAsync(StreamA, new StepMade(1));

        var refused = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1)));
        Assert.Equal(1, refused.Actual);
    }

    [Fact]
    public async Task Rule_4_a_stream_that_is_missing_is_at_version_0()
    {
        var refused = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => AppendAsync(StreamA, ExpectedVersion.Exactly(4), Steps(1)));
        Assert.Equal(0, refused.Actual);
    }

    [Fact]
    public async Task Any_version_is_met_by_every_stream()
    {
        Assert.Equal(1, (await AppendAsync(StreamA, ExpectedVersion.Any, Steps(1))).Version);
        Assert.Equal(2, (await AppendAsync(StreamA, ExpectedVersion.Any, Steps(1))).Version);
    }

    [Fact]
    public async Task Rule_7_what_was_appended_is_seen_by_others_at_once()
    {
        var other = await OpenAsync(SampleEvents.Catalogue);
        var result = await AppendAsync(StreamA, new NoteTaken("here"));

        Assert.Equal(result.Position, await other.GetHeadAsync(Token));
        Assert.Single(await other.ReadStreamAsync(StreamA, StreamRange.All, Token).ToListAsync(Token));
    }

    [Fact]
    public Task An_append_needs_an_event() => AssertNothingIsWrittenAsync(() =>
        Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(StreamA, ExpectedVersion.Any, [])));

    [Fact]
    public Task An_append_needs_a_stream() => AssertNothingIsWrittenAsync(() =>
        Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(Guid.Empty, new StepMade(1))));

    [Fact]
    public Task An_event_of_a_type_that_the_catalogue_lacks_is_not_appended() => AssertNothingIsWrittenAsync(() =>
        Assert.ThrowsAsync<ArgumentException>(
            () => AppendAsync(StreamA, new StepMade(1), new PersonNamed("Ada", "L"))));

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0xd800)]
    [InlineData(0xdc00)]
    public Task Text_that_cannot_come_back_as_it_was_is_not_appended(int unit)
    {
        var text = $"before {(char)unit} after";
        var reasoned = Event(new StepMade(1), new("user:ada") { Reason = text });
        return AssertNothingIsWrittenAsync(async () =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(StreamA, new NoteTaken(text)));
            await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(StreamA, ExpectedVersion.Any, [reasoned]));
            await Assert.ThrowsAsync<ArgumentException>(
                () => AppendAsync(StreamA, ExpectedVersion.Any, Steps(1), text));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("\\u0000 is not a NUL, and \\\\u0000 neither")]
    [InlineData("quotes \" ' ` and lines\r\n\t, \u2028, \u0001, <b>&amp;</b>")]
    [InlineData("\ufffd, \ufeff, \U0001F5DE\ufe0f, e\u0301, \u05d0\u202e, \u0e01")]
    public async Task Text_comes_back_as_it_was(string text)
    {
        await AppendAsync(StreamA, new NoteTaken(text));

        Assert.Equal(new NoteTaken(text), (await StreamAsync(StreamA))[0].Data);
    }

    [Fact]
    public async Task A_very_large_event_is_an_event()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 5_000).Select(n => $"{n}: {new string('x', 800)}"));
        await AppendAsync(StreamA, new NoteTaken(text));

        Assert.Equal(new NoteTaken(text), (await StreamAsync(StreamA))[0].Data);
    }

    [Fact]
    public async Task Many_events_are_one_append()
    {
        var result = await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(500));

        Assert.Equal(new(500, 500), result);
        Assert.Equal(Enumerable.Range(1, 500), (await StreamAsync(StreamA)).Select(e => ((StepMade)e.Data).Number));
        AssertGapless(await AllAsync());
    }
}
