using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Testing.Victim;

/// <summary>A standards editor approves a draft, and with that publishes it.</summary>
internal static class ApprovalScenario
{
    private static readonly Actor Standards = new("user:mina", "Mina", [Role.Standards]);

    public static async Task RunAsync(Situation situation)
    {
        await using var services = new ServiceCollection()
            .AddLedger(situation.ConnectionString, policy: HousePolicy.Default)
            .BuildServiceProvider();
        var mediator = services.GetRequiredService<IMediator>();
        var request = new ApproveDraft { Actor = Standards, Draft = Guid.Parse(situation.Arguments[0]) };
        situation.Kill.Arm();

        if (await mediator.Send(request) is not StreamOutcome<DraftState>.Done { State.Status: var status })
            throw new InvalidOperationException("The draft was not approved.");

        Situation.Acknowledge(status.ToString());
    }
}
