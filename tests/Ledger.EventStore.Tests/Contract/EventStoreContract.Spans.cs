namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Rule_13_every_stream_is_in_one_span_and_read_whole_and_in_one_piece()
    {
        await AppendInterleavedAsync(streams: 12, rounds: 5);

        foreach (var size in new[] { 1, 7, 20, 60, 1_000 })
        {
            var spans = await Store.CutStreamsAsync(size, Token);
            var read = new List<RecordedEvent>();
            foreach (var span in spans)
            {
                var events = await SpanAsync(span, long.MaxValue);
                Assert.Equal(span.Events, events.Count);
                read.AddRange(events);
            }

            var log = await AllAsync();
            Assert.Equal(log, read.OrderBy(e => e.Position));
            Assert.Equal(Runs(read).Distinct().Count(), Runs(read).Count);
            Assert.All(read.GroupBy(e => e.StreamId), stream =>
                Assert.Equal(Enumerable.Range(1, 5).Select(n => (long)n), stream.Select(e => e.Version)));
            Assert.InRange(spans.Count, 1, (60 / size) + 1);
        }
    }

    [Fact]
    public async Task Rule_13_a_span_is_read_up_to_a_position_and_no_further()
    {
        await AppendInterleavedAsync(streams: 4, rounds: 3);
        var spans = await Store.CutStreamsAsync(100, Token);
        await AppendInterleavedAsync(streams: 6, rounds: 1);

        var span = Assert.Single(spans);
        Assert.Equal(
            (await AllAsync(limit: 7)), (await SpanAsync(span, 7)).OrderBy(e => e.Position));
        Assert.Empty(await SpanAsync(span, 0));
    }

    [Fact]
    public async Task Rule_13_a_stream_that_is_longer_than_a_span_is_not_cut()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(3_000));
        await AppendAsync(StreamB, new StepMade(1));

        var spans = await Store.CutStreamsAsync(100, Token);

        Assert.Equal([StreamA, StreamB], spans.Select(span => span.First));
        Assert.Equal([3_000, 1], spans.Select(span => span.Events));
        Assert.Equal(3_000, (await SpanAsync(spans[0], long.MaxValue)).Count);
    }

    [Fact]
    public async Task Rule_13_an_empty_log_has_no_span() => Assert.Empty(await Store.CutStreamsAsync(10, Token));

    [Fact]
    public async Task Rule_8_and_9_hold_for_spans()
    {
        await AppendAsync(StreamA, new NoteTaken("known"), new StepMade(1));
        var span = Assert.Single(await Store.CutStreamsAsync(10, Token));

        for (var i = 0; i < 300; i++)
        {
            await foreach (var _ in Store.ReadStreamsAsync(span, long.MaxValue, Token))
                break;
        }

        var earlier = await OpenAsync(SampleEvents.WithNewShape);
        var met = await Assert.ThrowsAsync<UnknownEventTypeException>(
            () => earlier.ReadStreamsAsync(span, long.MaxValue, Token).CountAsync(Token).AsTask());
        Assert.Equal(("step_made", 2), (met.Type, met.Position));
    }

    private static Guid StreamNumber(int n) => new($"0193a000-0000-7000-8000-{n:x12}");

    private static List<Guid> Runs(List<RecordedEvent> read) =>
        [.. read.Where((e, i) => i == 0 || read[i - 1].StreamId != e.StreamId).Select(e => e.StreamId)];

    private Task<List<RecordedEvent>> SpanAsync(StreamSpan span, long upTo) =>
        Store.ReadStreamsAsync(span, upTo, Token).ToListAsync(Token).AsTask();

    private async Task AppendInterleavedAsync(int streams, int rounds)
    {
        for (var i = 0; i < streams * rounds; i++)
            await AppendAsync(StreamNumber(i % streams), new StepMade(i));
    }
}
