using System.Globalization;

namespace Ledger.EventStore.Postgres;

/// <summary>
/// The text of a notification: the position of the last event and, where they fit, the streams that have grown, parted
/// by spaces.
/// </summary>
internal static class ChangeNotice
{
    // A notification has to be shorter than 8,000 bytes.
    private const int MostStreams = 200;

    public static string Write(long position, IReadOnlyCollection<Guid> streams) => string.Join(' ',
        streams.Count <= MostStreams
            ? streams.Select(stream => stream.ToString()).Prepend(Position(position))
            : [Position(position)]);

    /// <summary>Whatever cannot be read is taken for a change of any stream.</summary>
    public static LogChange Parse(string text)
    {
        var words = text.Split(' ');
        if (!long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return new(0, null);

        var streams = new List<Guid>(words.Length - 1);
        foreach (var word in words.AsSpan(1))
        {
            if (!Guid.TryParse(word, out var stream))
                return new(position, null);

            streams.Add(stream);
        }

        return new(position, streams.Count > 0 ? streams : null);
    }

    private static string Position(long position) => position.ToString(CultureInfo.InvariantCulture);
}
