using System.Text.Json;
using Ledger.EventStore;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>The lines of a bundle after its header, in their order, each held against what came before.</summary>
internal sealed class BundleReading(EventCatalogue catalogue, BundleHeader header, BundleProofs proofs)
{
    private readonly Queue<BundleFollower> expected = [];
    private readonly PolicyInForce policy = new();
    private Replay replay = new(catalogue, header.Story is not null);
    private string? stream;
    private long version;
    private bool isBroken;

    /// <summary>Whether the last line has been read, after which there is none.</summary>
    public bool HasEnded { get; private set; }

    public long Events { get; private set; }

    public long Versions { get; private set; }

    public long Exposures { get; private set; }

    /// <summary>Whether the policy has been read, after which only the last line may come.</summary>
    public bool HasPolicy { get; private set; }

    public bool HasAdoptedPolicy => policy.IsAdopted;

    /// <summary>What is wrong with a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">How many lines stand before it.</param>
    /// <exception cref="FormatException">The line has not the form of its kind.</exception>
    /// <exception cref="MisplacedLineException">Such a line may not stand here.</exception>
    public IEnumerable<string> Read(JsonElement line, long before) =>
        HasEnded ? throw new MisplacedLineException() : BundleLine.KindOf(line) switch
        {
            BundleEvent.Kind when !HasPolicy => ReadEvent(BundleEvent.Parse(line, header.Story is not null)),
            "version" or "exposure" when !HasPolicy => ReadFollower(line),
            PolicyInForce.Kind when !HasPolicy => ReadPolicy(line),
            "end" when HasPolicy => ReadEnd(line, before),
            BundleEvent.Kind or "version" or "exposure" or PolicyInForce.Kind or "end" =>
                throw new MisplacedLineException(),
            _ => throw new FormatException("There is no such kind of line."),
        };

    private IEnumerable<string> ReadEvent(BundleEvent e)
    {
        if (stream is null && header.Story is not null && e.Stream != header.Story)
            throw new MisplacedLineException();

        var findings = new List<string>(FindMissing());
        if (e.Stream != stream)
        {
            (stream, version, isBroken) = (e.Stream, 0, false);
            replay = new(catalogue, header.Story is not null);
        }

        var own = new List<string>(proofs.Check(e));
        if (e.Version != version + 1)
            own.Add(FormattableString.Invariant($"event {e.Position} is not version {version + 1} of its stream"));

        (version, Events) = (e.Version, Events + 1);
        isBroken |= own.Count > 0;
        if (isBroken)
            policy.Doubt(e);
        else
            own.AddRange(Follow(e));

        return findings.Concat(own);
    }

    private IEnumerable<string> Follow(BundleEvent e)
    {
        policy.Consider(e);
        try
        {
            foreach (var follower in replay.Follow(e))
                expected.Enqueue(follower);

            return [];
        }
        catch (ReplayException wrong)
        {
            isBroken = true;
            return [wrong.Message];
        }
    }

    private IEnumerable<string> ReadFollower(JsonElement line)
    {
        // What would stand here is not known where an event of the story is not sound.
        if (isBroken)
            return [];

        if (!expected.TryDequeue(out var follower) || follower.Kind != BundleLine.KindOf(line))
            throw new MisplacedLineException();

        (Versions, Exposures) = follower is BundleFollower.Version
            ? (Versions + 1, Exposures)
            : (Versions, Exposures + 1);
        return BundleLine.Canonical(line).AsSpan().SequenceEqual(
            BundleLine.Canonical(BundleLine.Read(follower.ToBytes())))
            ? []
            : [$"{follower.Name} is not what the events give"];
    }

    private IEnumerable<string> ReadPolicy(JsonElement line)
    {
        HasPolicy = true;
        return [.. FindMissing(), .. policy.Check(line), .. proofs.CheckAll()];
    }

    private IEnumerable<string> ReadEnd(JsonElement line, long before)
    {
        HasEnded = true;
        return BundleLine.Canonical(line).AsSpan().SequenceEqual(
            BundleLine.Canonical(BundleLine.Read(EndLine(before))))
            ? []
            : ["the last line does not count the lines before it"];
    }

    /// <summary>The last line.</summary>
    public static byte[] EndLine(long before) =>
        System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($$"""{"kind":"end","lines":{{before}}}"""));

    private IEnumerable<string> FindMissing()
    {
        while (expected.TryDequeue(out var follower))
            yield return $"{follower.Name} is missing";
    }
}

/// <summary>A line of a bundle stands where none of its kind may.</summary>
internal sealed class MisplacedLineException : Exception;
