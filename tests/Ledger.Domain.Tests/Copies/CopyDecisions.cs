using Ledger.Domain.Copies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Copies;

public sealed class CopyDecisions
{
    private static readonly Guid Story = Guid.Parse("0190f1a0-0000-7000-8000-00000000000a");
    private static readonly Guid Correction = Guid.Parse("0190f1a0-0000-7000-8000-00000000000b");
    private static readonly CopyLinked Linked =
        new(Story, CopyKind.Translation, "Arabic edition", "ar", "https://ar.example/wall");
    private static readonly CopySettled Corrected = new(Correction, CopyOutcome.Corrected, null);
    private static readonly CopySettled Waived = new(Correction, CopyOutcome.Waived, "The sentence is not in it.");
    private static readonly CopyUnlinked Unlinked = new("It is offline.");

    private static CopyCommand.Link Link =>
        new(Linked.StoryId, Linked.Kind, Linked.Publisher, Linked.Language, Linked.Address);

    private static CopyCommand.Settle Correct => new(Correction, CopyOutcome.Corrected, null);

    private static CopyCommand.Settle Waive => new(Correction, CopyOutcome.Waived, Waived.Reason);

    private static CopyCommand.Unlink Unlink => new(Unlinked.Reason);

    [Fact]
    public void A_copy_is_linked_settled_and_unlinked()
    {
        When(Link).Then(Linked);
        When(Correct, Linked).Then(Corrected);
        When(Waive, Linked).Then(Waived);
        When(Unlink, Linked, Corrected).Then(Unlinked);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        When(Correct, Linked, Corrected).ThenNothing();
        When(Waive, Linked, Waived).ThenNothing();
        When(Unlink, Linked, Unlinked).ThenNothing();
    }

    [Fact]
    public void What_was_waived_can_be_corrected_and_what_is_corrected_stays_so()
    {
        When(Correct, Linked, Waived).Then(Corrected);
        When(Waive, Linked, Corrected).ThenRefused(new CopySettledAlready());
        When(Correct with { Reason = "At noon." }, Linked, Corrected).ThenRefused(new CopySettledAlready());
    }

    [Fact]
    public void What_is_not_linked_owes_nothing()
    {
        When(Correct).ThenRefused(new CopyNotFound());
        When(Unlink).ThenRefused(new CopyNotFound());
        When(Link, Linked).ThenRefused(new CopyLinkedAlready());
        When(Correct, Linked, Unlinked).ThenRefused(new CopyUnlinkedAlready());
        When(new CopyCommand.Unlink("Another reason."), Linked, Unlinked).ThenRefused(new CopyUnlinkedAlready());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_reason_is_needed_to_waive_and_to_unlink(string? reason)
    {
        When(Waive with { Reason = reason }, Linked).ThenRefused(new ReasonRequired());
        When(new CopyCommand.Unlink(reason ?? ""), Linked).ThenRefused(new ReasonRequired());
        When(Correct with { Reason = reason }, Linked).Then(Corrected);
    }

    [Fact]
    public void A_link_names_who_has_the_copy_and_where_in_words_that_can_be_shown()
    {
        When(Link with { Publisher = " " }).ThenRefused(new InvalidField("publisher", "must not be empty"));
        When(Link with { Address = "javascript:alert(1)" }).ThenRefused(
            new InvalidField("address", "must start with 'https://', 'http://' or '/'"));
        When(Link with { Language = "Arabic!" }).ThenRefused(
            new InvalidField("language", "is not a language tag such as 'en' or 'ar-IQ'"));
        When(Link with { Language = null }).ThenRefused(
            new InvalidField("language", "is needed: a translation is in a language"));
        When(Link with { Kind = CopyKind.Syndication, Language = "", Address = "" }).Then(
            Linked with { Kind = CopyKind.Syndication, Language = null, Address = null });
        When(Link with { Publisher = new('x', new Limits().Field + 1) }).ThenRefused(
            new TooLong("publisher", new Limits().Field + 1, new Limits().Field));
    }

    private static Answer<CopyEvent> When(CopyCommand command, params IEnumerable<CopyEvent> given) => new(
        CopyDecider.Decide(
            command, given.Aggregate(CopyState.Initial, (state, e) => state.Evolve(e)), new Limits()));
}
