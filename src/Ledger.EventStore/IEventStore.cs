namespace Ledger.EventStore;

/// <summary>The log: streams of events, in one total order, of which nothing is ever altered or removed.</summary>
/// <remarks>
/// What a store promises; <c>EventStoreContract</c> in the tests holds every store to each rule by its number.
/// <list type="number">
/// <item>An append is all or nothing: its events, its keys and the stream's new version commit together.</item>
/// <item>Versions of a stream are 1, 2, 3, ... without gaps, in the order of the append's list.</item>
/// <item>Positions of the log are 1, 2, 3, ... without gaps, and commit order is position order:
/// whoever has read up to a position will never find an event below it later.</item>
/// <item>An append whose expected version is not met fails with <see cref="WrongExpectedVersionException"/>,
/// which carries both, and writes nothing.</item>
/// <item>Of two appends that expect the same version of a stream, exactly one succeeds.</item>
/// <item>An append that takes a key which another stream holds fails with <see cref="KeyTakenException"/> and
/// writes nothing. A key that the stream itself holds may be taken again.</item>
/// <item>When an append has returned, its events survive the end of the process and of the database server,
/// and every later read shows them.</item>
/// <item>Reading streams: memory does not grow with the log. A reader that stops early leaves nothing behind.</item>
/// <item>Data is read back in the newest shape of its type; a type that the catalogue does not know fails with
/// <see cref="UnknownEventTypeException"/>, which says where. It is never skipped.</item>
/// <item>Recorded times never go backwards in position order.</item>
/// <item>A stream that does not exist reads as empty.</item>
/// <item>The id of a command commits with its events. An append under an id that the log has fails with
/// <see cref="CommandRepeatedException"/>, which carries what came of it the first time, and writes nothing; this
/// comes before rules 4 and 6.</item>
/// <item>The spans into which streams are cut hold every stream that has an event at the time, each in exactly one
/// span. Reading a span gives each of its streams whole up to the position, from version 1, in one piece, and
/// nothing that stands after the position. Memory does not grow with the span.</item>
/// <item>An append that erases words commits with their erasure, or not at all. What is read afterwards has the mark
/// of the erasure in their place, and the leaf of every event stays what it was.</item>
/// </list>
/// </remarks>
public interface IEventStore
{
    /// <summary>Appends events to a stream.</summary>
    /// <exception cref="ArgumentException">
    /// There are no events, one is of a type the catalogue lacks, or the id of the stream is the empty one.
    /// </exception>
    /// <exception cref="WrongExpectedVersionException">Another writer was first.</exception>
    /// <exception cref="KeyTakenException">A key belongs to another stream.</exception>
    /// <exception cref="CommandRepeatedException">The command has been carried out before.</exception>
    /// <exception cref="EventStoreUnavailableException">The database cannot be reached.</exception>
    Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken);

    /// <summary>The events of one stream, in order.</summary>
    IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
        Guid streamId, StreamRange range, CancellationToken cancellationToken);

    /// <summary>The events of the whole log, in order, that stand after a position; 0 reads from the start.</summary>
    /// <param name="afterPosition">The position that has been read already, 0 or more.</param>
    /// <param name="limit">The most events to give, or null for all there are at the time of reading.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, int? limit, CancellationToken cancellationToken);

    /// <summary>Cuts all streams that there are into spans of about as many events each.</summary>
    /// <param name="events">How many events a span is to have, 1 or more; a longer stream is a span of its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<StreamSpan>> CutStreamsAsync(long events, CancellationToken cancellationToken);

    /// <summary>The events of a span of streams, stream after stream, and within each in order.</summary>
    /// <param name="span">Which streams.</param>
    /// <param name="upToPosition">The last position to give; it is part of what is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <remarks>For those who read as fast as they can: the reading holds a connection until it ends.</remarks>
    IAsyncEnumerable<RecordedEvent> ReadStreamsAsync(
        StreamSpan span, long upToPosition, CancellationToken cancellationToken);

    /// <summary>The position of the last event, 0 for an empty log.</summary>
    Task<long> GetHeadAsync(CancellationToken cancellationToken);

    /// <summary>The stream that holds a key, or null when none does.</summary>
    Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>What came of a command the first time, or null when the log does not have it.</summary>
    Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Returns when the log has grown past a position, or the time is up, or at once when it already has.
    /// </summary>
    /// <returns>The position of the last event.</returns>
    Task<long> WaitForGrowthAsync(long afterPosition, TimeSpan atMost, CancellationToken cancellationToken);
}
