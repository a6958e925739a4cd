using System.Diagnostics;
using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Folding;

/// <summary>What the read models ask of events and states.</summary>
internal static class StoryEvents
{
    /// <summary>The event of a story that a recorded event holds.</summary>
    /// <remarks>The one list of the types: a new one stops every read model until each has been told of it.</remarks>
    /// <exception cref="UnreachableException">It is of a type that the read models have not been told of.</exception>
    public static StoryEvent Happened(this RecordedEvent recorded) => recorded.Data switch
    {
        StoryPublished or ArticleRevised or CorrectionIssued or CorrectionAmended or CorrectionWithdrawn
            or AttributionChanged or CaptionEdited or HeadlineChanged or SlugChanged
            or ArticleRetracted or ArticleWithdrawn or ArticleRemoved or ArticleReinstated
            or ContentErased => (StoryEvent)recorded.Data,
        _ => throw new UnreachableException($"The read models do not know what to make of '{recorded.Type}'."),
    };

    /// <summary>Whether an event makes a new published state; a new address does not, nor does an erasure.</summary>
    public static bool IsRevision(this StoryEvent happened) => happened is not (SlugChanged or ContentErased);

    /// <summary>The reason, note or notice that the event gives to the public, if any.</summary>
    public static string? PublicReason(this StoryEvent happened) => happened switch
    {
        ArticleRevised e => e.Reason,
        CorrectionIssued e => e.Note,
        CorrectionAmended e => e.Note.To,
        CorrectionWithdrawn e => e.Reason,
        AttributionChanged e => e.Reason,
        CaptionEdited e => e.Reason,
        HeadlineChanged e => e.Reason,
        SlugChanged e => e.Reason,
        ArticleRetracted e => e.Notice,
        ArticleWithdrawn e => e.Notice,
        ArticleRemoved e => e.Notice,
        ArticleReinstated e => e.Notice,
        ContentErased e => e.Basis,
        _ => null,
    };

    public static StoryStatus Status(this StoryState state) => state switch
    {
        StoryState.Published => StoryStatus.Published,
        StoryState.Retracted => StoryStatus.Retracted,
        StoryState.Withdrawn => StoryStatus.Withdrawn,
        StoryState.Removed => StoryStatus.Removed,
        _ => throw new UnreachableException($"A story that is {state.GetType().Name} has no row."),
    };

    public static string? Notice(this StoryState state) => state switch
    {
        StoryState.Retracted s => s.Notice,
        StoryState.Withdrawn s => s.Notice,
        StoryState.Removed s => s.Notice,
        _ => null,
    };

    /// <summary>Where an event stands, for those who must look it up.</summary>
    public static string Describe(this RecordedEvent recorded) => string.Create(CultureInfo.InvariantCulture,
        $"position {recorded.Position} ({recorded.Type}, stream {recorded.StreamId}, version {recorded.Version})");
}
