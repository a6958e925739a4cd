using Ledger.Followers.Wolverine.Messages;
using Microsoft.Extensions.DependencyInjection;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ledger.Followers.Wolverine.Commands;

/// <summary>Takes commands from Wolverine, and answers those who want an answer.</summary>
/// <remarks>A refusal is an answer. What throws, as when the database is away, is tried again by Wolverine.</remarks>
internal sealed class CommandHandler : MessageHandler<LedgerCommand>
{
    private const string Header = "authorization";

    protected override async Task HandleAsync(
        LedgerCommand message, MessageContext context, CancellationToken cancellation)
    {
        var envelope = context.Envelope!;
        envelope.TryGetHeader(Header, out var authorization);
        var commands = context.Runtime.Services.GetRequiredService<CommandDesk>();
        var answer = await commands.RunAsync(
            message, authorization, envelope.Id.ToString(), envelope.CorrelationId, cancellation);
        await context.EnqueueCascadingAsync(answer);
    }
}
