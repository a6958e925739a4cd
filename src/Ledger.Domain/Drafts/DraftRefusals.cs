namespace Ledger.Domain.Drafts;

public sealed record DraftNotFound() : Refusal("draft-not-found", "There is no draft of a correction of that id.");
public sealed record DraftExists() : Refusal("draft-exists", "There is a draft of that id already; edit it.");
public sealed record DraftNotSubmitted()
    : Refusal("draft-not-submitted", "The draft is not submitted for approval; submit it first.");
public sealed record DraftApproved()
    : Refusal("draft-approved", "The draft is approved already; reject it first where it is to be changed.");
public sealed record DraftPublished() : Refusal("draft-published",
    "The correction is published; what is public is amended or withdrawn, and never changed in place.");
public sealed record DraftRejected()
    : Refusal("draft-rejected", "The draft was rejected; edit it, and submit it again.");
public sealed record DraftDiscarded() : Refusal("draft-discarded", "The draft was discarded; write a new one.");

public sealed record FourEyes(string Who) : Refusal("four-eyes",
    $"Somebody else has to approve this: an approver is never {Who}.");
public sealed record NeedsStandards() : Refusal("needs-standards",
    "By the policy of this house a standards editor has to approve this.");
public sealed record NoEmergencyPath() : Refusal("no-emergency-path",
    "The policy of this house lets nobody publish a correction of this class before it is approved.");
public sealed record PublishTimePassed() : Refusal("publish-time-passed",
    "The time of publication is over already; leave it out to publish the correction when it is approved.");
