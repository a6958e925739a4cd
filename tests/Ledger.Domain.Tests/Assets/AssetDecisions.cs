using System.Reflection;
using Ledger.Domain.Assets;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Assets;

/// <summary>Every command on a picture in every state, and the rules of each.</summary>
public sealed class AssetDecisions
{
    private const string Table = """
        Register      | Unknown    | asset_registered
        Register      | Registered | asset-registered
        Register      | Proposed   | asset-registered
        Register      | Approved   | asset-registered
        Register      | Published  | asset-registered
        Register      | Rejected   | asset-registered
        Propose       | Unknown    | asset_registered+asset_correction_proposed
        Propose       | Registered | asset_correction_proposed
        Propose       | Proposed   | asset-correction-pending
        Propose       | Approved   | asset-correction-pending
        Propose       | Published  | asset_correction_proposed
        Propose       | Rejected   | asset_correction_proposed
        Approve       | Unknown    | asset-not-found
        Approve       | Registered | asset-correction-not-found
        Approve       | Proposed   | asset_correction_approved
        Approve       | Approved   | asset-correction-decided
        Approve       | Published  | asset-correction-decided
        Approve       | Rejected   | asset-correction-decided
        Reject        | Unknown    | asset-not-found
        Reject        | Registered | asset-correction-not-found
        Reject        | Proposed   | asset_correction_rejected
        Reject        | Approved   | asset-correction-decided
        Reject        | Published  | asset-correction-decided
        Reject        | Rejected   | asset-correction-decided
        MarkPublished | Unknown    | asset-not-found
        MarkPublished | Registered | asset-correction-not-found
        MarkPublished | Proposed   | asset-correction-not-published
        MarkPublished | Approved   | asset_correction_published+asset_caption_edited
        MarkPublished | Published  | asset_correction_published
        MarkPublished | Rejected   | asset-correction-not-published
        Waive         | Unknown    | asset-not-found
        Waive         | Registered | asset-correction-not-found
        Waive         | Proposed   | asset-correction-not-published
        Waive         | Approved   | asset-correction-not-published
        Waive         | Published  | asset_exception_waived
        Waive         | Rejected   | asset-correction-not-published
        """;

    private static readonly Guid Id = new("0197a1b2-0000-7000-8000-0000000000c1");
    private static readonly Guid Story = new("0197a1b2-0000-7000-8000-000000000001");
    private static readonly Person Edith = new("user:edith", "Edith");
    private static readonly Person Sten = new("user:sten", "Sten");
    private static readonly AssetWords Words = new("The wall on Sunday", "Tomas Reyl", "A broken wall");
    private static readonly Claim Monday = new("Sunday", "Monday", ArticleField.Caption);

    private static readonly AssetRegistered Registered =
        new("https://img.example/wall.jpg", Words.Caption, Words.Credit, Words.Alt, null);
    private static readonly AssetCorrectionProposed Proposed =
        new(Id, new(CorrectionClass.ImageCaption, Severity.Substantive, [Monday], "It was Monday."), Edith);
    private static readonly AssetCorrectionApproved Approved = new(Id, Sten, 0);
    private static readonly AssetOutcome Refused =
        new(Story, AssetResult.Exception, null, "story-withdrawn", "The story is withdrawn.");
    private static readonly AssetCorrectionPublished Published = new(Id, [Refused]);
    private static readonly AssetCorrectionRejected Rejected = new(Id, Sten, "It was Sunday.");

    private static readonly AssetCommand.Propose Propose = new(
        Guid.Empty, Registered.Url, CorrectionClass.ImageCaption, null, [Monday], "It was Monday.", [Words]);

    private static readonly AssetCommand[] Commands =
    [
        new AssetCommand.Register(Registered.Url, Words, "Northern Wire"),
        Propose,
        new AssetCommand.Approve(Id),
        new AssetCommand.Reject(Id, "No."),
        new AssetCommand.MarkPublished(Id, [new(Story, AssetResult.RightAlready)]),
        new AssetCommand.Waive(Id, Story, "It is gone."),
    ];

    private static readonly Dictionary<string, AssetEvent[]> States = new()
    {
        ["Unknown"] = [],
        ["Registered"] = [Registered],
        ["Proposed"] = [Registered, Proposed],
        ["Approved"] = [Registered, Proposed, Approved],
        ["Published"] = [Registered, Proposed, Approved, Published],
        ["Rejected"] = [Registered, Proposed, Rejected],
    };

    public static TheoryData<string, string, string> Cells() =>
        [.. Table.Split('\n').Select(line => line.Split('|')).Select(cells =>
            new TheoryDataRow<string, string, string>(cells[0].Trim(), cells[1].Trim(), cells[2].Trim()))];

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_a_command_comes_to(string command, string state, string expected)
    {
        // Neither who proposed it nor who approved or rejected it, to whom some of it would be nothing new.
        var decision = Decide(
            Commands.Single(c => c.GetType().Name == command), new("user:mina", "Mina"), States[state]);

        Assert.Equal(expected, decision.Refusal?.Code ?? string.Join('+', decision.Events.Select(AliasOf)));
    }

    [Fact]
    public void The_table_has_every_command_in_every_state() => Assert.Equal(
        from command in typeof(AssetCommand).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal)
        from state in States.Keys.Order(StringComparer.Ordinal)
        select (command, state),
        Cells().Select(row => (row.Data.Item1, row.Data.Item2)).Order());

    [Fact]
    public void Nobody_approves_what_they_proposed() =>
        Then(Decide(new AssetCommand.Approve(Id), Edith, Registered, Proposed))
            .ThenRefused(new FourEyes("who proposed it"));

    [Fact]
    public void Who_may_approve_is_for_the_policy_to_say()
    {
        var second = HousePolicy.Default with
        {
            Approvals = HousePolicy.Default.Approvals with { Substantive = Approval.SecondEditor },
        };
        var approve = new AssetCommand.Approve(Id);

        Then(Decide(approve, Sten, isStandards: false, HousePolicy.Default, Registered, Proposed))
            .ThenRefused(new NeedsStandards());
        Then(Decide(approve, Sten, isStandards: false, second, Registered, Proposed)).Then(Approved);
        Then(Decide(Propose with { CorrectionId = Id }, Edith, false, HousePolicy.OneHand, Registered))
            .Then(Proposed, new AssetCorrectionCleared(Id, 0));
    }

    [Fact]
    public void A_correction_is_as_grave_as_its_class_or_graver()
    {
        Then(Decide(Propose with { Severity = Severity.MinorVisible }, Edith, Registered))
            .ThenRefused(new SeverityTooLow(Severity.Substantive));
        Then(Decide(Propose with { CorrectionId = Id, Severity = Severity.Legal }, Edith, Registered))
            .Then(Proposed with { Proposal = Proposed.Proposal with { Severity = Severity.Legal } });
    }

    [Fact]
    public void A_proposal_says_which_words_are_wrong_beside_a_picture_that_is_there()
    {
        Then(Decide(Propose with { Uses = [] }, Edith)).ThenRefused(new AssetNotFound());
        Then(Decide(Propose with { Claims = [] }, Edith, Registered)).ThenRefused(new ClaimsRequired());
        Then(Decide(Propose with { Note = " " }, Edith, Registered)).ThenRefused(new NoteRequired());
        Then(Decide(Propose with { Claims = [new("Sunday", "Monday")] }, Edith, Registered)).ThenRefused(
            new InvalidField("claims[0].field", "must be 'caption' or 'credit': a picture has no other words"));
        Then(Decide(Propose with { Claims = [new("Friday", "Monday", ArticleField.Caption)] }, Edith, Registered))
            .ThenRefused(new AssetWordsNotFound("Friday"));
        Then(Decide(Propose with { Claims = [Monday with { Field = ArticleField.Credit }] }, Edith, Registered))
            .ThenRefused(new AssetWordsNotFound("Sunday"));
    }

    [Fact]
    public void A_picture_that_is_known_by_its_uses_is_registered_with_the_words_of_most()
    {
        var other = Words with { Caption = "Sunday at the wall" };

        Then(Decide(Propose with { CorrectionId = Id, Uses = [other, Words, Words] }, Edith))
            .Then(Registered, Proposed);
    }

    [Fact]
    public void Whoever_proposed_it_may_take_it_back_and_others_need_the_role()
    {
        var reject = new AssetCommand.Reject(Id, Rejected.Reason);

        Then(Decide(reject, Edith, false, HousePolicy.Default, Registered, Proposed))
            .Then(Rejected with { By = Edith });
        Then(Decide(reject, Sten, false, HousePolicy.Default, Registered, Proposed))
            .ThenRefused(new NeedsStandards());
        Then(Decide(reject with { Reason = "" }, Sten, Registered, Proposed)).ThenRefused(new ReasonRequired());
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Then(Decide(new AssetCommand.Approve(Id), Sten, Registered, Proposed, Approved)).ThenNothing();
        Then(Decide(new AssetCommand.Reject(Id, Rejected.Reason), Sten, Registered, Proposed, Rejected)).ThenNothing();
        Then(Decide(new AssetCommand.MarkPublished(Id, [Refused]), Sten, States["Published"])).ThenNothing();
        Then(Decide(new AssetCommand.Register(Registered.Url, Words, null), Edith, Registered)).ThenNothing();
        Then(Decide(
            new AssetCommand.Waive(Id, Story, "Gone."), Sten,
            [.. States["Published"], new AssetExceptionWaived(Id, Story, Edith, "Gone.")])).ThenNothing();
    }

    [Fact]
    public void What_the_house_says_of_the_picture_changes_with_the_stories()
    {
        var credit = new Claim("Reyl", "Reyle", ArticleField.Credit);
        var both = Proposed with { Proposal = Proposed.Proposal with { Claims = [Monday, credit] } };

        Then(Decide(new AssetCommand.MarkPublished(Id, [Refused]), Sten, Registered, both, Approved)).Then(
            Published, new AssetCaptionEdited(Id, new(Words.Caption, "The wall on Monday"), null),
            new AssetCreditChanged(Id, new(Words.Credit, "Tomas Reyle")));
    }

    [Fact]
    public void Only_what_is_open_is_waived_and_with_a_reason()
    {
        var waive = new AssetCommand.Waive(Id, Story, "It is gone.");
        AssetEvent[] corrected =
            [.. States["Published"], new AssetCorrectionPublished(Id, [new(Story, AssetResult.Corrected, Id)])];

        Then(Decide(waive with { Reason = " " }, Sten, States["Published"])).ThenRefused(new ReasonRequired());
        Then(Decide(waive, Sten, corrected)).ThenRefused(new NoSuchException());
        Then(Decide(waive with { StoryId = Id }, Sten, States["Published"])).ThenRefused(new NoSuchException());
    }

    [Fact]
    public void An_address_is_one_that_a_page_may_show() => Then(
        Decide(new AssetCommand.Register("javascript:alert(1)", Words, null), Edith)).ThenRefused(
        new InvalidField("url", "must start with 'https://', 'http://' or '/'"));

    private static Decision<AssetEvent> Decide(AssetCommand command, Person by, params AssetEvent[] given) =>
        Decide(command, by, isStandards: true, HousePolicy.Default, given);

    private static Decision<AssetEvent> Decide(
        AssetCommand command, Person by, bool isStandards, HousePolicy policy, params AssetEvent[] given) =>
        AssetDecider.Decide(
            command, given.Aggregate(AssetState.Initial, (state, e) => state.Evolve(e)),
            new(by, isStandards, new(0, policy), new()));

    private static Answer<AssetEvent> Then(Decision<AssetEvent> decision) => new(decision);

    private static string AliasOf(AssetEvent happened) =>
        happened.GetType().GetCustomAttribute<EventTypeAttribute>()!.Alias;
}
