using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Fixes;

public sealed class FixTests
{
    private static readonly Article After = Harbour with { Headline = "Harbour wall stands" };

    private static readonly FixProposed Proposed = new(
        CorrectionId, 1, null, ArticleChange.Between(Harbour, After), Substance.Of(Harbour, After), "user:ada");

    private static readonly FixCommand Approve = new FixCommand.Approve("user:mina");
    private static readonly FixCommand Reject = new FixCommand.Reject("user:mina", "It fell.");

    [Fact]
    public void Another_person_approves_it_once()
    {
        Given().When(new FixCommand.Propose(Proposed)).Then(Proposed);
        Given(Proposed).When(Approve).Then(new FixApproved("user:mina"));
        Given(Proposed, new FixApproved("user:mina")).When(Approve).ThenNothing();
        Given(Proposed, new FixApproved("user:mina")).When(Reject).ThenRefused(new FixClosed());
    }

    [Fact]
    public void Who_proposed_it_cannot_approve_it() =>
        Given(Proposed).When(new FixCommand.Approve("user:ada")).ThenRefused(new ProposerCannotApprove());

    [Fact]
    public void It_is_rejected_with_a_reason()
    {
        Given(Proposed).When(Reject).Then(new FixRejected("user:mina", "It fell."));
        Given(Proposed).When(new FixCommand.Reject("user:mina", " ")).ThenRefused(new ReasonRequired());
        Given(Proposed, new FixRejected("user:mina", "It fell.")).When(Reject).ThenNothing();
        Given(Proposed, new FixRejected("user:mina", "It fell.")).When(Approve).ThenRefused(new FixClosed());
    }

    [Fact]
    public void What_is_not_there_or_needs_nobody_is_refused()
    {
        Given().When(Approve).ThenRefused(new FixNotFound());
        Given().When(new FixCommand.Propose(Proposed with { Substance = new(1, []) }))
            .ThenRefused(new FixNeedsNobody());
    }

    private static History Given(params FixEvent[] events) => new(events);

    private sealed record History(FixEvent[] Events)
    {
        public Answer<FixEvent> When(FixCommand command) =>
            new(FixDecider.Decide(command, Events.Aggregate((Fix?)null, Fix.Evolve), new()));
    }
}
