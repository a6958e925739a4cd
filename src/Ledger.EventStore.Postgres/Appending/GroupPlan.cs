namespace Ledger.EventStore.Postgres.Appending;

/// <summary>An event with the place that it is to have.</summary>
internal readonly record struct PlacedEvent(PendingEvent Event, Guid StreamId, long Version, long Position)
{
    /// <summary>The hash of its leaf, 32 bytes.</summary>
    public byte[] LeafAt(DateTimeOffset recordedAt) => Event.LeafAt(Position, StreamId, Version, recordedAt);
}

/// <summary>
/// What becomes of each append of a group when what is known of the log is right: one that is stale, or comes second
/// for a key, fails alone, and all others are written together.
/// </summary>
internal sealed class GroupPlan
{
    private readonly KnownLog known;
    private readonly Dictionary<Guid, PlannedStream> streams = [];
    private readonly Dictionary<string, Guid> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandReceipt> commands = new(StringComparer.Ordinal);
    private readonly HashSet<string> askedCommands = new(StringComparer.Ordinal);
    private readonly List<PlacedEvent> events = [];
    private readonly List<(PendingAppend Append, AppendResult Result)> written = [];
    private readonly List<(PendingAppend Append, Exception Failure)> failed = [];
    private readonly List<PendingAppend> deferred = [];
    private readonly List<(long Position, IReadOnlyList<string> Words)> erasures = [];

    public GroupPlan(IReadOnlyList<PendingAppend> group, KnownLog known, DateTimeOffset now)
    {
        this.known = known;
        Head = known.Head;
        RecordedAt = known.TimeFor(now);
        foreach (var append in group)
            Place(append);
    }

    public long Head { get; }

    /// <summary>The position of the last event once the group is written.</summary>
    public long NewHead => Head + events.Count;

    public DateTimeOffset RecordedAt { get; }

    public IReadOnlyCollection<PlannedStream> Streams => streams.Values;

    public IReadOnlyDictionary<string, Guid> Keys => keys;

    public IReadOnlyCollection<CommandReceipt> Commands => commands.Values;

    /// <summary>Every command of the group: one that fails otherwise may be a repetition first of all.</summary>
    public IReadOnlyCollection<string> AskedCommands => askedCommands;

    public IReadOnlyList<PlacedEvent> Events => events;

    /// <summary>What is erased with the group, and the position of the event that orders it.</summary>
    public IReadOnlyList<(long Position, IReadOnlyList<string> Words)> Erasures => erasures;

    /// <summary>Appends of a command that stands in this group once already: they are for the next.</summary>
    public IReadOnlyList<PendingAppend> Deferred => deferred;

    /// <summary>The streams that grow.</summary>
    public IReadOnlyCollection<Guid> GrownStreams() =>
        [.. streams.Values.Where(stream => stream.After > stream.Before).Select(stream => stream.Id)];

    /// <summary>Tells each caller what came of its append, once that is so.</summary>
    public void Announce()
    {
        foreach (var (append, result) in written)
            append.Succeed(result);

        foreach (var (append, failure) in failed)
            append.Fail(failure);
    }

    private void Place(PendingAppend append)
    {
        var request = append.Request;
        if (request.Command is { } command)
        {
            if (commands.ContainsKey(command.Id))
            {
                deferred.Add(append);
                return;
            }

            if (known.Commands.TryGetValue(command.Id, out var first))
            {
                failed.Add((append, new CommandRepeatedException(first)));
                return;
            }

            askedCommands.Add(command.Id);
        }

        var stream = StreamOf(request);
        if (Refuse(append, stream) is { } refusal)
            failed.Add((append, refusal));
        else
            Write(append, stream);
    }

    private PlannedStream StreamOf(AppendRequest request)
    {
        if (streams.TryGetValue(request.StreamId, out var stream))
            return stream;

        // A writer usually knows the version. One that does not care is taken to begin the stream.
        if (!known.Versions.TryGetValue(request.StreamId, out var version))
            version = request.Expected.Value ?? 0;

        stream = new(request.StreamId, request.StreamType, version);
        streams.Add(stream.Id, stream);
        return stream;
    }

    private Exception? Refuse(PendingAppend append, PlannedStream stream)
    {
        if (!append.Request.Expected.IsMetBy(stream.After))
            return new WrongExpectedVersionException(stream.Id, append.Request.Expected, stream.After);

        foreach (var key in append.Keys)
        {
            if ((keys.TryGetValue(key, out var holder) || known.Keys.TryGetValue(key, out holder))
                && holder != stream.Id)
            {
                return new KeyTakenException(key, holder);
            }
        }

        return null;
    }

    private void Write(PendingAppend append, PlannedStream stream)
    {
        foreach (var key in append.Keys)
            keys.TryAdd(key, stream.Id);

        foreach (var e in append.Events)
        {
            stream.After++;
            events.Add(new(e, stream.Id, stream.After, NewHead + 1));
        }

        if (append.Request.Erases is { Count: > 0 } words)
            erasures.Add((NewHead, words));

        written.Add((append, new(stream.After, NewHead)));
        if (append.Request.Command is { } command)
            commands.Add(command.Id, new(command, stream.Id, stream.After, NewHead));
    }
}

/// <summary>A stream that a group names.</summary>
internal sealed class PlannedStream(Guid id, string type, long before)
{
    public Guid Id => id;

    public string Type => type;

    /// <summary>The version that it is taken to have.</summary>
    public long Before { get; } = before;

    /// <summary>The version that it has after those appends of the group which are placed already.</summary>
    public long After { get; set; } = before;
}
