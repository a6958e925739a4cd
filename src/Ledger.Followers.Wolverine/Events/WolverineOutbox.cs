using Ledger.Followers.Wolverine.Messages;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability.DeadLetterManagement;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Ledger.Followers.Wolverine.Events;

/// <summary>Wolverine's durable outbox, into which an event goes for all of its destinations or for none.</summary>
/// <remarks>
/// Publishing outside a transaction would answer before anything is stored, and go on in memory where storing fails.
/// </remarks>
internal sealed class WolverineOutbox(IWolverineRuntime runtime, NpgsqlDataSource database)
{
    /// <summary>Where Wolverine's routes lead.</summary>
    public IReadOnlyList<Uri> DestinationsOf(LedgerEvent happened) =>
        [.. new MessageContext(runtime).PreviewSubscriptions(happened).Select(envelope => envelope.Destination!)];

    /// <summary>Stores an event for its destinations; when it returns, Wolverine has it, whoever dies.</summary>
    public async Task SendAsync(LedgerEvent happened, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var context = new MessageContext(runtime);
        await context.EnlistInOutboxAsync(
            new DatabaseEnvelopeTransaction((IMessageDatabase)runtime.Storage, transaction));

        // Whoever handles them side by side can by this do so story by story.
        await context.PublishAsync(happened, new DeliveryOptions { GroupId = happened.Stream.ToString() });
        await transaction.CommitAsync(cancellationToken);

        // What is stored is sent in any case: when this fails or the process ends, by whoever recovers the outbox.
        await context.FlushOutgoingMessagesAsync();
    }

    /// <summary>Has Wolverine try its dead letters again.</summary>
    public Task ReviveAsync(Guid[] ids, CancellationToken cancellationToken) => ids.Length == 0
        ? Task.CompletedTask
        : runtime.Storage.DeadLetters.ReplayAsync(new DeadLetterEnvelopeQuery { MessageIds = ids }, cancellationToken);
}
