namespace Ledger.Web.Api.Describing;

/// <summary>What the parts of the API are for.</summary>
internal static class TagWords
{
    /// <exception cref="ArgumentException">A part was added and nothing is said of it.</exception>
    public static string Of(string tag) => tag switch
    {
        "stories" => "What stories say now and said before, what changed, and where each phrase comes from.",
        "changes" => "Everything that changes a story. It needs an actor and the version that was seen.",
        "corrections" => "The public notes of all stories, with the words that were wrong and those that are right.",
        "reports" => "What readers say is wrong, the receipt that they get, and what the desk makes of it.",
        "log" => "The events of the whole log in their one order, as they happen, and the proofs that they are in it.",
        "assets" => "Pictures that many stories share, and their corrections in all of them at once.",
        "policy" => "The rules of the house for corrections, as they are recorded in the log.",
        "drafts" => "Corrections and flagged fixes on their way: drafted, approved, rejected, scheduled.",
        _ => throw new ArgumentException($"The part '{tag}' of the API has no description.", nameof(tag)),
    };
}
