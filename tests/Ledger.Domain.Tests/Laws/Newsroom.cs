using FsCheck;
using FsCheck.Fluent;
using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Laws;

/// <summary>Something that somebody does in a newsroom: to the story, or to the draft of a correction of it.</summary>
internal abstract record Deed(Person By)
{
    public sealed record ToStory(Person By, StoryCommand Command) : Deed(By);

    public sealed record ToDraft(Person By, DraftCommand Command) : Deed(By);

    /// <summary>What the program does when a draft is approved.</summary>
    public sealed record Publish(Person By) : Deed(By);
}

/// <summary>A story, a draft of its correction, and all that happened to both, in order.</summary>
internal sealed record Newsroom(HousePolicy Policy)
{
    public static readonly Person Ada = new("user:ada"), Bea = new("user:bea"), Sten = new("user:sten");

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Limits Limits = new();

    public StoryState Story { get; private init; } = StoryState.Initial.Evolve(Sample.Published);
    public DraftState Draft { get; private init; } = DraftState.Initial;
    public IReadOnlyList<StoryEvent> Published { get; private init; } = [Sample.Published];
    public IReadOnlyList<(DraftState Before, DraftEvent Happened)> Drafted { get; private init; } = [];
    public IReadOnlyList<string> Authors { get; private init; } = [Ada.Id];

    public static Gen<(HousePolicy Policy, Deed[] Deeds)> Histories { get; } =
        from policy in Gen.Frequency((3, Gen.Constant(HousePolicy.Default)), (1, Gen.Constant(HousePolicy.OneHand)))
        from deeds in Deeds().ArrayOf(24)
        select (policy, deeds);

    public Newsroom After(Deed deed) => deed switch
    {
        Deed.ToStory d => Happens(StoryDecider.Decide(WithId(d.Command), Story, Limits), d.By),
        Deed.ToDraft { Command: DraftCommand.Approve } d => Happens(Decide(new DraftCommand.Approve(Authors), d.By)),
        Deed.ToDraft d => Happens(Decide(d.Command, d.By)),
        Deed.Publish when Draft is { Status: DraftStatus.Approved, Content: { } content } =>
            PublishDraft(content),
        _ => this,
    };

    // Each correction has an id of its own; what is amended or withdrawn is one that is there, where any is.
    private StoryCommand WithId(StoryCommand command) => command switch
    {
        StoryCommand.Correct c => c with { CorrectionId = IdOf(Published.Count) },
        StoryCommand.AmendCorrection c => c with { CorrectionId = Newest },
        StoryCommand.WithdrawCorrection c => c with { CorrectionId = Newest },
        _ => command,
    };

    private Guid Newest => Story.Current!.Corrections is [.., var newest] ? newest.Id : Sample.CorrectionId;

    private static Guid IdOf(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    private Newsroom PublishDraft(DraftContent content)
    {
        var decision = StoryDecider.Decide(
            new StoryCommand.Correct(Sample.CorrectionId, content.Class, content.Claims, content.Note)
            {
                Gravity = Draft.Severity!.Value,
                Review = new(
                    Draft.Rush is not null ? ReviewPath.Emergency
                        : Draft.ApprovedBy is null ? ReviewPath.AtOnce : ReviewPath.Approved,
                    Guid.Empty, Draft.Drafters[0].Id, Draft.ApprovedBy?.Id, 0),
            },
            Story, Limits);
        DraftCommand noted = decision.Refusal is { } refusal
            ? new DraftCommand.Return(refusal)
            : new DraftCommand.MarkPublished(Published.Count + decision.Events.Count);
        var after = Happens(decision, Draft.Drafters[0]);
        return after.Happens(after.Decide(noted, new("system:publisher")));
    }

    private Decision<DraftEvent> Decide(DraftCommand command, Person by) => DraftDecider.Decide(
        command, Draft, new(by, by == Sten, Now, new(0, Policy), Limits));

    private Newsroom Happens(Decision<StoryEvent> decision, Person by) => this with
    {
        Story = decision.Events.Aggregate(Story, (state, happened) => state.Evolve(happened)),
        Published = [.. Published, .. decision.Events],
        Authors = decision.Events.Any(happened => happened is ArticleRevised) ? [.. Authors, by.Id] : Authors,
    };

    private Newsroom Happens(Decision<DraftEvent> decision) =>
        decision.Events.Aggregate(this, (room, happened) => room with
        {
            Draft = room.Draft.Evolve(happened),
            Drafted = [.. room.Drafted, (room.Draft, happened)],
        });

    private static Gen<Deed> Deeds() =>
        from person in Gen.Elements(Ada, Bea, Sten, Sten)
        from deed in Gen.Frequency(
            (2, Generated.Commands.Select(Deed (command) => new Deed.ToStory(person, command))),
            (2, Fixes().Select(Deed (command) => new Deed.ToStory(person, command))),
            (9, Drafting().Select(Deed (command) => new Deed.ToDraft(person, command))),
            (3, Gen.Constant<Deed>(new Deed.Publish(person))))
        select deed;

    private static Gen<StoryCommand> Fixes() =>
        from text in Gen.Elements("The town was fined £7m in 2019.", "The town was fined £5m in 2019")
        from people in Gen.Elements<SecondPerson?>(
            null, new(Guid.Empty, Ada.Id, Ada.Id), new(Guid.Empty, Ada.Id, Bea.Id))
        select (StoryCommand)new StoryCommand.Revise(
            Sample.Harbour with { Blocks = [Sample.Paragraph("b2", text)] }, RevisionKind.MinorFix, null)
        {
            SecondPerson = people,
        };

    private static Gen<DraftCommand> Drafting() =>
        from @class in Gen.Elements(
            CorrectionClass.FactualError, CorrectionClass.MisspellingName, CorrectionClass.EditorsNote)
        from note in Gen.Frequency((4, Gen.Constant("The fine was £3m.")), (1, Gen.Elements("", " ")))
        from claims in Gen.Elements<Claim[]>([new("£5m", "£3m")], [new("40", "50")], [])
        let content = new DraftContent(@class, claims, note)
        from command in Gen.Frequency<DraftCommand>(
            (8, Gen.Constant<DraftCommand>(new DraftCommand.Draft(Guid.Empty, 1, content))),
            (2, Gen.Constant<DraftCommand>(new DraftCommand.Edit(1, content))),
            (8, Gen.Constant<DraftCommand>(new DraftCommand.Submit())),
            (12, Gen.Constant<DraftCommand>(new DraftCommand.Approve([]))),
            (2, Gen.Elements<DraftCommand>(
                new DraftCommand.Rush(), new DraftCommand.Reject("No."), new DraftCommand.Discard(null))))
        select command;
}
