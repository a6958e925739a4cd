using System.Text.Json;
using Wolverine.Attributes;

namespace Ledger.Followers.Wolverine.Messages;

/// <summary>Asks for a change of a story, or for a new one; Wolverine knows it as <c>ledger-command</c>.</summary>
/// <remarks>
/// It is sent with the header <c>authorization</c>, which has <c>Bearer</c> and a token of an account, as requests to
/// the API have. Nothing is done without one. The answer is a <see cref="LedgerAnswer"/>.
/// </remarks>
/// <param name="Change">
/// What is to be done, as the last part of the API's address says it: <c>stories</c> publishes one,
/// <c>corrections</c> corrects one, and so on.
/// </param>
/// <param name="Body">What the API takes as the body of such a request.</param>
[MessageIdentity("ledger-command")]
public sealed record LedgerCommand(string Change, JsonElement Body)
{
    /// <summary>The id of the story or any address it has had; null where a new one is published.</summary>
    public string? Story { get; init; }

    /// <summary>The version of the story that the sender has seen; null changes whatever is there now.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>
    /// The sender's own name for this command, under which it is carried out once however often it is sent. Without
    /// one, the id of the envelope is it, so that a delivery that is repeated changes nothing.
    /// </summary>
    public string? Key { get; init; }
}
