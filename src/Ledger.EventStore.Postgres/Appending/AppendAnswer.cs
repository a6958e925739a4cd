using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>What the statement that appends has answered: that it is done, or what was wrong with the plan.</summary>
internal sealed class AppendAnswer
{
    /// <summary>How many columns the answer has.</summary>
    public const int Columns = 14;

    private readonly long head;
    private readonly DateTimeOffset lastRecorded;
    private readonly List<(Guid Stream, long Version)> streams = [];
    private readonly List<(string Key, Guid Holder)> keys = [];
    private readonly List<CommandReceipt> commands = [];

    private AppendAnswer(NpgsqlDataReader row)
    {
        IsSound = row.GetBoolean(0);
        head = row.IsDBNull(1) ? 0 : row.GetInt64(1);
        lastRecorded = row.IsDBNull(2) ? DateTimeOffset.MinValue : row.GetFieldValue<DateTimeOffset>(2);
        if (IsSound)
            return;

        streams.AddRange(row.GetFieldValue<Guid[]>(3).Zip(row.GetFieldValue<long[]>(4)));
        keys.AddRange(row.GetFieldValue<string[]>(5).Zip(row.GetFieldValue<Guid[]>(6)));
        var ids = row.GetFieldValue<string[]>(7);
        var fingerprints = row.GetFieldValue<byte[][]>(8);
        var appendedTo = row.GetFieldValue<Guid[]>(9);
        var versions = row.GetFieldValue<long[]>(10);
        var positions = row.GetFieldValue<long[]>(11);
        commands.AddRange(ids.Select((id, i) =>
            new CommandReceipt(new(id, fingerprints[i]), appendedTo[i], versions[i], positions[i])));
    }

    /// <summary>Whether the group was written as it was planned.</summary>
    public bool IsSound { get; }

    public static AppendAnswer Read(NpgsqlDataReader row) => new(row);

    /// <summary>Puts right what was believed of the log.</summary>
    /// <returns>Whether somebody else had moved the head of the log.</returns>
    public bool Teach(KnownLog known)
    {
        var moved = known.Head != head;
        known.MoveTo(head, lastRecorded);
        foreach (var (stream, version) in streams)
            known.Versions[stream] = version;

        foreach (var (key, holder) in keys)
            known.Keys[key] = holder;

        foreach (var command in commands)
            known.Commands[command.Command.Id] = command;

        return moved;
    }
}
