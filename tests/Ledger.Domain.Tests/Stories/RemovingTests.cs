using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

/// <summary>A removal for legal reasons.</summary>
public sealed class RemovingTests
{
    private static readonly StoryCommand.RemoveForLegalReasons Remove =
        new(Removed.Notice, Removed.Basis, Removed.BlockedBy);

    [Fact]
    public void It_says_what_readers_are_told_and_on_what_it_was_done() =>
        new Given(Published).When(Remove).Then(Removed);

    [Fact]
    public void The_same_removal_again_adds_nothing() => new Given(Published, Removed).When(Remove).ThenNothing();

    [Fact]
    public void Another_notice_or_basis_is_not_slipped_in()
    {
        new Given(Published, Removed).When(Remove with { Notice = "Other." }).ThenRefused(new StoryRemoved());
        new Given(Published, Removed).When(Remove with { Basis = RemovalBasis.Safety }).ThenRefused(new StoryRemoved());
    }

    [Fact]
    public void It_needs_a_notice() =>
        new Given(Published).When(Remove with { Notice = " " }).ThenRefused(new NoticeRequired());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void The_address_may_be_left_out(string? address) =>
        new Given(Published).When(Remove with { BlockedBy = address }).Then(Removed with { BlockedBy = null });

    [Theory]
    [InlineData("courts.example")]
    [InlineData("/orders/17")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://courts.example/17>; rel=\"next\"")]
    [InlineData("https://courts.example/\u00e4")]
    [InlineData("https://courts.example/17\r\nSet-Cookie: a=b")]
    [InlineData("ftp://courts.example/17")]
    public void An_address_that_no_header_can_carry_is_refused(string address) =>
        new Given(Published).When(Remove with { BlockedBy = address }).ThenRefused(new InvalidField(
            "blockedBy", "must be a whole address on the web, https://..., in plain ASCII"));

    [Fact]
    public void The_story_is_published_again_with_a_notice() =>
        new Given(Published, Removed).When(new StoryCommand.Reinstate("The order was lifted."))
            .Then(new ArticleReinstated("The order was lifted."));
}
