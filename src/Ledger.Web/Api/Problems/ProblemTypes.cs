namespace Ledger.Web.Api.Problems;

/// <summary>Every kind of error that the API answers, with its status; those of rules stand beside.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType BadRequest = new("bad-request", 400, "The request cannot be read",
        "A header, an address or a parameter is not of the form it must have; the detail names it.");
    public static readonly ProblemType InvalidJson = new("invalid-json", 400, "The body is not what it should be",
        "The body is not UTF-8, not JSON, or not of the shape this address takes; line and column say where.");
    public static readonly ProblemType Unauthenticated = new("unauthenticated", 401, "Sign in first",
        "This needs a bearer token that is valid, or a signed-in session.");
    public static readonly ProblemType NotAllowed = new("not-allowed", 403, "Not allowed",
        "The account lacks the role that this needs.");
    public static readonly ProblemType CrossSite = new("cross-site", 403, "The request came from another site",
        "A write with a session cookie must come from a page of this site; programs bring a bearer token.");
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing here",
        "Nothing has this address.");
    public static readonly ProblemType StoryNotFound = new("story-not-found", 404, "No such story",
        "No story has, or ever had, this id or slug.");
    public static readonly ProblemType RevisionNotFound = new("revision-not-found", 404, "No such revision",
        "The story has no revision of this number.");
    public static readonly ProblemType CorrectionNotFound = new("correction-not-found", 404, "No such correction",
        "No correction has this id.");
    public static readonly ProblemType DraftNotFound = new("draft-not-found", 404, "No such draft",
        "The story has no draft of a correction of this id.");
    public static readonly ProblemType EventNotFound = new("event-not-found", 404, "No such event",
        "The log has no event of this id or position.");
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "Not with this method",
        "The address exists and takes other methods; the header Allow lists them.");
    public static readonly ProblemType SlugTaken = new("slug-taken", 409, "The slug is taken",
        "Another story has this slug, or had it once; a slug leads to its first story for ever.");
    public static readonly ProblemType StaleVersion = new("stale-version", 412, "The story has moved on",
        "Somebody changed the story after the version that If-Match names; the body says what it is at now.");
    public static readonly ProblemType TooLarge = new("too-large", 413, "Too large",
        "The body is larger than this server takes.");
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "Not this media type",
        "The body must be application/json.");
    public static readonly ProblemType Refused = new("refused", 422, "Refused by a rule",
        "The request is understood, but a rule refuses it; nothing was written.");
    public static readonly ProblemType PreconditionRequired = new("precondition-required", 428, "If-Match is missing",
        "A change of a story names the version that was seen, as its ETag in If-Match.");
    public static readonly ProblemType TooManyReads = new("too-many-reads", 429, "Too many reads",
        "This sender has read as much as it may in this minute; Retry-After says when the next begins.");
    public static readonly ProblemType ForLegalReasons = new("withheld", 451, "The words of the story are withheld",
        "The story was removed for legal reasons, or, with status 410, withdrawn; the notice says why.");
    public static readonly ProblemType Internal = new("internal", 500, "Something broke",
        "A defect of the server. Nothing about it is told here; the log of the server has it.");
    public static readonly ProblemType Unavailable = new("unavailable", 503, "The database cannot be reached",
        "Try again after the seconds that Retry-After names; a write may or may not have happened.");
    public static readonly ProblemType UnknownEvent = new("unknown-event", 503, "An event of a newer program",
        "The log holds an event that this version of the server does not know; it has to be brought up to date.");
    public static readonly ProblemType NotSigned = new("not-signed", 503, "Not signed yet",
        "The event is in the log, but in no signed checkpoint yet; the next one will have it.");
    public static readonly ProblemType Stopping = new("stopping", 503, "The server is stopping",
        "Ask another node, or this one when it is back; a write may or may not have happened.");

    private static readonly Dictionary<string, ProblemType> ByCode = new[]
    {
        BadRequest, InvalidJson, Unauthenticated, NotAllowed, CrossSite, NotFound, StoryNotFound, RevisionNotFound,
        CorrectionNotFound, DraftNotFound, EventNotFound, MethodNotAllowed, SlugTaken, StaleVersion, TooLarge,
        UnsupportedMediaType,
        Refused,
        PreconditionRequired, TooManyReads, ForLegalReasons, Internal, Unavailable, UnknownEvent, NotSigned, Stopping,
    }.Concat(RuleProblems.All).ToDictionary(type => type.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<ProblemType> All => ByCode.Values;

    public static ProblemType? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The kind of a refusal of that code; a rule without a line of its own is a plain 422.</summary>
    public static ProblemType Of(string code) => Find(code) ?? Refused with { Code = code };

    /// <summary>The one kind with two statuses: what the law took away, and what the house did.</summary>
    public static ProblemType Withheld(int status) => ForLegalReasons with { Status = status };

    /// <summary>The kind of a bare status, as the server itself gives it.</summary>
    public static ProblemType Of(int status) => status switch
    {
        401 => Unauthenticated,
        403 => NotAllowed,
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        503 => Unavailable,
        >= 500 => Internal,
        _ => BadRequest,
    };
}
