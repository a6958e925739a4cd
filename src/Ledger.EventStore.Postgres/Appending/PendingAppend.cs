using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Integrity;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>One append, checked and written out by its caller, and waiting to be written to the log.</summary>
internal sealed class PendingAppend
{
    private const int Waiting = 0, Taken = 1, Cancelled = 2;

    private readonly TaskCompletionSource<AppendResult> result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int state = Waiting;

    /// <exception cref="ArgumentException">
    /// There are no events or no stream, a type is not in the catalogue, or some text or number cannot be stored.
    /// </exception>
    public PendingAppend(AppendRequest request, EventCatalogue catalogue)
    {
        if (request.Events.Count == 0)
            throw new ArgumentException("An append needs at least one event.", nameof(request));

        if (request.StreamId == Guid.Empty)
            throw new ArgumentException("An append needs the id of a stream.", nameof(request));

        Request = request;
        StorableText.Check(request.StreamType, "stream type");
        StorableText.Check(request.Command?.Id, "command's id");
        Keys = [.. request.Keys.Distinct(StringComparer.Ordinal)];
        foreach (var key in Keys)
            StorableText.Check(key, "key");

        Events = new PendingEvent[request.Events.Count];
        for (var i = 0; i < Events.Length; i++)
        {
            Events[i] = new(request.Events[i], catalogue);
            Bytes += Events[i].Data.Length;
        }
    }

    public AppendRequest Request { get; }

    public string[] Keys { get; }

    public PendingEvent[] Events { get; }

    /// <summary>About how much is to be written, in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Ends when it is known what came of the append.</summary>
    public Task<AppendResult> Result => result.Task;

    /// <summary>Whether it is to be written; from now on it cannot be cancelled.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>Gives up an append that is still waiting; one that was taken ends with what comes of it.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting)
            result.SetCanceled(cancellationToken);
    }

    public void Succeed(AppendResult with) => result.SetResult(with);

    public void Fail(Exception with) => result.SetException(with);
}

/// <summary>One event as its row will hold it.</summary>
internal sealed class PendingEvent
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128 };

    private readonly EventLeaf leaf;

    public PendingEvent(NewEvent appended, EventCatalogue catalogue)
    {
        var type = appended.Data.GetType();
        Id = appended.Id;
        Fact = appended.Data;
        Alias = catalogue.AliasOf(type);
        DotNetType = DotNetTypes.NameOf(type);
        Metadata = Checked(appended.Metadata);
        Data = StorableText.CheckJson(catalogue.Write(appended.Data), "event's data");
        Headers = Postgres.Headers.Write(appended.Metadata);
        (leaf, Salts) = Commit(Data, Headers, Metadata);
    }

    public Guid Id { get; }
    public object Fact { get; }
    public string Alias { get; }
    public string DotNetType { get; }
    public EventMetadata Metadata { get; }
    public byte[] Data { get; }
    public byte[] Headers { get; }
    public byte[] Salts { get; }

    /// <summary>The hash of its leaf at the place where it comes to stand.</summary>
    public byte[] LeafAt(long position, Guid streamId, long version, DateTimeOffset recordedAt) => leaf.Hash(new(
        position, Id, streamId, version, Alias, recordedAt));

    private static (EventLeaf Leaf, byte[] Salts) Commit(byte[] data, byte[] headers, EventMetadata metadata)
    {
        var context = new EventContext(metadata.Actor, metadata.CausationId, metadata.CorrelationId);
        using var parsedData = JsonDocument.Parse(data, Strict);
        using var parsedHeaders = JsonDocument.Parse(headers, Strict);
        try
        {
            var salts = RandomNumberGenerator.GetBytes(
                EventLeaf.SaltsLength(parsedData.RootElement, parsedHeaders.RootElement, context));
            return (EventLeaf.Commit(parsedData.RootElement, parsedHeaders.RootElement, context, salts), salts);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"The event's data cannot be stored: {e.Message}", e);
        }
    }

    private static EventMetadata Checked(EventMetadata metadata)
    {
        if (string.IsNullOrEmpty(metadata.Actor))
            throw new ArgumentException("An event needs an actor.");

        StorableText.Check(metadata.Actor, "actor");
        StorableText.Check(metadata.ActorName, "actor's name");
        StorableText.Check(metadata.Reason, "reason");
        StorableText.Check(metadata.CorrelationId, "correlation id");
        StorableText.Check(metadata.CausationId, "causation id");
        return metadata;
    }
}
