using System.Globalization;
using System.Runtime.CompilerServices;
using Ledger.EventStore.Verifying;
using Npgsql;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>Makes the leaf of every event again from its row, and holds it against the stored one.</summary>
/// <remarks>Rows are read while others are hashed; no more than two pages of them are in memory.</remarks>
public sealed class EventsCheck(NpgsqlDataSource database) : ICheck
{
    private const int PageSize = 256;

    /// <inheritdoc/>
    public string Name => "events";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var head = new NpgsqlCommand(Sql.Head, connection);
        var total = await head.ExecuteScalarAsync(cancellationToken) as long? ?? 0;
        await using var command = new NpgsqlCommand(Sql.VerifyEvents, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);

        var (position, checking) = (0L, Task.FromResult(new List<Finding>()));
        while (true)
        {
            var page = await ReadAsync(rows, cancellationToken);
            foreach (var finding in await checking)
                yield return finding;

            if (page.Count == 0)
                yield break;

            var after = position;
            position = page[^1].Position;
            checking = Task.Run(() => Check(page, after), cancellationToken);
            progress?.Report(new(Name, position, total));
        }
    }

    private static async Task<List<StoredLeaf>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var page = new List<StoredLeaf>(PageSize);
        while (page.Count < PageSize && await rows.ReadAsync(cancellationToken))
            page.Add(StoredLeaf.From(rows));

        return page;
    }

    private List<Finding> Check(List<StoredLeaf> page, long position)
    {
        var found = new List<Finding>();
        foreach (var row in page)
        {
            if (row.Position > position + 1)
                found.Add(new(Name, Events(position + 1, row.Position - 1), "is missing from the log"));

            if (row.WhatIsWrong() is { } wrong)
                found.Add(new(Name, Events(row.Position, row.Position), wrong));

            position = row.Position;
        }

        return found;
    }

    private static string Events(long first, long last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"event {first}")
        : string.Create(CultureInfo.InvariantCulture, $"each of the events {first} to {last}");
}
