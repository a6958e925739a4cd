namespace Ledger.Web.Api.Problems;

/// <summary>The problem that each rule's refusal becomes. The detail of an answer is the rule's own sentence.</summary>
internal static class RuleProblems
{
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        // What the story is at the moment stands against it.
        new("copy-not-found", 404, "No such copy", "No copy has this id."),
        new("copy-linked", 409, "The copy is linked", "A copy is linked once."),
        new("copy-unlinked", 409, "The copy is no longer linked", "Nothing is owed to a copy that was unlinked."),
        new("copy-settled", 409, "The copy is settled", "What was corrected there cannot be taken back."),
        new("not-a-correction-of-the-story", 422, "Not a correction of the story",
            "What is settled in a copy is a correction of the story that it is a copy of."),
        new("already-published", 409, "Already published", "The story exists; revise or correct it instead."),
        new("story-retracted", 409, "The story is retracted", "It must be reinstated before it is changed."),
        new("story-withdrawn", 409, "The story is withdrawn", "It must be reinstated before it is changed."),
        new("not-retracted", 409, "The story is in force", "Only a retracted or withdrawn story is reinstated."),

        // What was sent can never be accepted as it is.
        new("invalid-idempotency-key", 400, "Not an idempotency key",
            "An Idempotency-Key is 1 to 255 characters of ASCII that can be printed."),
        new("idempotency-key-reused", 422, "The idempotency key is used",
            "The key was sent with another request that was carried out; a new request needs a key of its own."),
        new("invalid-field", 422, "A field is not valid", "The member 'field' says which, the detail what is wrong."),
        new("too-long", 422, "A text is too long", "A text, or all texts together, is longer than this server takes."),
        new("too-many", 422, "Too many of them", "There are more blocks, credits or claims than this server takes."),
        new("no-blocks", 422, "No block", "A story has one block or more."),
        new("duplicate-block-id", 422, "A block id occurs twice", "The id of a block is its own within a story."),
        new("invalid-slug", 422, "Not a slug", "A slug is small letters and digits with single hyphens between."),
        new("note-required", 422, "The note is missing", "A correction says to the public what was wrong."),
        new("notice-required", 422, "The notice is missing",
            "Taking a story back, or putting it in force, is explained."),
        new("reason-required", 422, "The reason is missing", "A change of this kind is explained."),
        new("claims-required", 422, "The words are missing", "A correction of this class says which words are wrong."),
        new("wrong-text-not-found", 422, "The wrong words are not there",
            "The words that are to be replaced must stand in the article, where they were said to stand."),
        new("correction-not-applied", 422, "The correction would not hold",
            "After a correction the wrong words are gone from the whole article, and the right ones are there."),
        new("needs-second-person", 422, "A second person is needed",
            "A minor fix that may alter what the article says is proposed, and approved by another person."),
        new("four-eyes", 403, "Another person is needed", "Nobody approves what they proposed themselves."),
        new("block-not-found", 422, "No such block", "The story has no block of this id."),
        new("block-not-image", 422, "Not an image", "Only an image has a caption."),
        new("block-not-attributable", 422, "No attribution there", "Only a quote or an image has an attribution."),
        new("attribution-target", 422, "Which attribution?",
            "Name a role of the credits or the id of a block: one of them."),
        new("report-not-found", 404, "No such report", "No report has this id or receipt."),
        new("report-closed", 409, "The report is closed", "It must be reopened before it is changed."),
        new("report-open", 409, "The report is open", "Only a closed report is reopened."),
        new("report-exists", 409, "The report is there already", "It was sent before, with other words."),
        new("report-text-required", 422, "The text is missing", "A report says what is wrong."),
        new("too-many-words", 422, "Too many words", "A report says what is wrong in 300 words."),
        new("correction-not-of-story", 422, "No such correction of the story",
            "A report is closed by a published correction of the story that it is about."),
        new("cannot-merge", 422, "It cannot be merged", "A report is merged into another one about the same story."),
        new("report-not-taken", 422, "The report was not taken", "Look it over and send it again after some seconds."),
        new("too-many-reports", 429, "Too many reports", "There were many reports in the last hour; try again later."),
        new("attribution-not-found", 422, "The name is not there", "The name that is to change must stand there now."),
    ];
}
