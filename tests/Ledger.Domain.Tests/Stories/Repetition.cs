using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Stories;

/// <summary>The same command twice adds nothing the second time.</summary>
public sealed class Repetition
{
    public static TheoryData<string, string> CommandsThatDoSomething() => [..
        from state in StateTransitions.States.Keys
        from command in StateTransitions.Commands
        where StoryDecider.Decide(command, StateOf(state), new()).Events.Count > 0
        select (state, command.GetType().Name)];

    [Theory]
    [MemberData(nameof(CommandsThatDoSomething))]
    public void A_repeated_command_is_accepted_and_adds_nothing(string state, string name)
    {
        var command = StateTransitions.Commands.Single(c => c.GetType().Name == name);
        var first = StoryDecider.Decide(command, StateOf(state), new());
        var after = first.Events.Aggregate(StateOf(state), (before, happened) => before.Evolve(happened));

        var second = StoryDecider.Decide(command, after, new());

        Assert.Null(second.Refusal);
        Assert.Empty(second.Events);
    }

    private static StoryState StateOf(string name) =>
        StateTransitions.States[name].Aggregate(StoryState.Initial, (state, happened) => state.Evolve(happened));
}
