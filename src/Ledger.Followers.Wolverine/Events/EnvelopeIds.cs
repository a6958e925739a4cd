using System.Security.Cryptography;
using System.Text;
using Ledger.Followers.Wolverine.Messages;
using Wolverine;

namespace Ledger.Followers.Wolverine.Events;

/// <summary>Gives the envelope of an event the same id at each attempt, another for each place.</summary>
/// <remarks>By it Wolverine's tables are asked what became of the event, also by another process later.</remarks>
internal sealed class EnvelopeIds : IEnvelopeRule
{
    public static Guid Of(Guid eventId, Uri destination) => new(
        SHA256.HashData([.. eventId.ToByteArray(), .. Encoding.UTF8.GetBytes(destination.AbsoluteUri)]).AsSpan(0, 16));

    public void Modify(Envelope envelope)
    {
        if (envelope is { Message: LedgerEvent happened, Destination: { } destination })
            envelope.Id = envelope.ConversationId = Of(happened.Id, destination);
    }
}
