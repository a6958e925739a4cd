namespace Ledger.Hosting.Erasing;

/// <summary>Somebody asks for words to be erased, which a second person has to approve.</summary>
/// <param name="Story">The story from which, and from all that was done about it, they are to go.</param>
/// <param name="Words">The words, the longest first.</param>
/// <param name="Basis">On what legal ground; readers are told.</param>
/// <param name="RequestedBy">Who asks, such as <c>user:ada</c>.</param>
/// <param name="RequestedAt">When, in UTC.</param>
public sealed record ErasureRequest(
    Guid Id, Guid Story, IReadOnlyList<string> Words, string Basis, string RequestedBy, DateTimeOffset RequestedAt);

/// <summary>What a request would do, or has done.</summary>
/// <param name="Request">The request.</param>
/// <param name="Places">Where the words stand in the story's events and those of its drafts, reports and copies:
/// <c>event 3: data.article</c>.</param>
/// <param name="Elsewhere">The positions of other events that have the words, which this request leaves as they
/// are: of other stories or of pictures, or with an address; the first hundred.</param>
public sealed record ErasureView(
    ErasureRequest Request, IReadOnlyList<string> Places, IReadOnlyList<long> Elsewhere);

/// <summary>Words that were erased.</summary>
/// <param name="Position">The position of the event that says so; null where an earlier attempt appended it.</param>
/// <param name="Places">How many members of events were altered.</param>
/// <param name="Elsewhere">As with <see cref="ErasureView"/>.</param>
public sealed record ErasureDone(Guid Id, long? Position, int Places, IReadOnlyList<long> Elsewhere);

/// <summary>A rule of erasing said no, and nothing was altered.</summary>
/// <param name="code">Stable, such as <c>erasure-needs-second-person</c>.</param>
/// <param name="message">For people.</param>
public sealed class ErasureRefusedException(string code, string message) : Exception(message)
{
    /// <summary>Stable, such as <c>erasure-needs-second-person</c>.</summary>
    public string Code { get; } = code;
}
