using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Formats;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>
/// Makes again, from the events of a stream as a bundle shows them, what follows each in the bundle: the version of
/// the story that it led to, and for a correction how long its wrong words could be read.
/// </summary>
/// <remarks>It ends at the first event that does not show enough, as one of a story whose words are withheld.</remarks>
/// <param name="catalogue">How events are read.</param>
/// <param name="withText">Whether versions have their text, or only its digest.</param>
internal sealed class Replay(EventCatalogue catalogue, bool withText)
{
    private readonly PlaceHistory places = new();
    private StoryState state = StoryState.Initial;
    private bool hasEnded;

    /// <summary>The lines that follow an event; none where the stream is no story, or cannot be replayed.</summary>
    /// <exception cref="ReplayException">What was signed cannot have happened.</exception>
    public IReadOnlyList<BundleFollower> Follow(BundleEvent e)
    {
        hasEnded = hasEnded || !ReplayNeeds.AreMetBy(e) || (e.Version == 1) != (e.Type == "story_published");
        if (hasEnded)
            return [];

        try
        {
            return FollowStory(e);
        }
        catch (Exception inner) when (inner is not OutOfMemoryException)
        {
            // Whoever owns the key can sign data of any shape.
            hasEnded = true;
            throw new ReplayException(e, inner);
        }
    }

    private List<BundleFollower> FollowStory(BundleEvent e)
    {
        var happened = (StoryEvent)catalogue.Read(e.Type, e.ShownData());
        var at = TimeOf(e);
        var exposures = happened is CorrectionIssued issued ? places.Exposures(issued, at) : [];
        var before = state.Current?.Revision;
        state = state.Evolve(happened);
        places.Add(state, at);

        var story = state.Current ?? throw new InvalidOperationException("Nothing is published.");
        var followers = new List<BundleFollower>();
        if (story.Revision != before)
            followers.Add(Version(e, story, at));

        foreach (var exposure in exposures)
            followers.Add(new BundleFollower.Exposed(e, ((CorrectionIssued)happened).CorrectionId, exposure));

        return followers;
    }

    private BundleFollower.Version Version(BundleEvent e, Story story, DateTimeOffset at)
    {
        var text = RenderedText.Of(story.Article);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new(e, story.Revision, at, state.GetType().Name.ToLowerInvariant(), digest, withText ? text : null);
    }

    private static DateTimeOffset TimeOf(BundleEvent e)
    {
        var text = e.Find("headers", "claimedAt") is { ValueKind: JsonValueKind.String } claimed
            ? claimed.GetString()!
            : e.RecordedAt;
        return Rfc3339.TryParse(text, out var time) ? time : throw new FormatException($"'{text}' is no time.");
    }
}

/// <summary>An event of a bundle is proved, and cannot have happened as the rules of stories have it.</summary>
internal sealed class ReplayException(BundleEvent e, Exception inner) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"event {e.Position} cannot be replayed"), inner);
