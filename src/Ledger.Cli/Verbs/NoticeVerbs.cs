using System.CommandLine;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Verbs;

/// <summary>The verbs that change what a story is worth, each with a notice that readers see.</summary>
internal static class NoticeVerbs
{
    public static Command Retract() => Create(
        "retract", "Marks a story as not to be relied upon; its text stays readable under the notice",
        (notice, story, actor, version) =>
            new RetractArticle(notice) { Story = story, Actor = actor, ExpectedVersion = version });

    public static Command Withdraw() => Create(
        "withdraw", "Puts a notice in place of a story that should not have been published",
        (notice, story, actor, version) =>
            new WithdrawArticle(notice) { Story = story, Actor = actor, ExpectedVersion = version });

    public static Command Reinstate() => Create(
        "reinstate", "Publishes a retracted, withdrawn or removed story again",
        (notice, story, actor, version) =>
            new ReinstateArticle(notice) { Story = story, Actor = actor, ExpectedVersion = version });

    public static Command Remove()
    {
        var (story, ifVersion) = (Symbols.Story(), Writing.IfVersion());
        var notice = Symbols.Required("--notice", "What readers are told");
        var basis = Symbols.Word<RemovalBasis>("--basis", "basis", "On what it is removed");
        basis.Required = true;
        var blockedBy = Symbols.Optional("--blocked-by", "The address of whoever the removal is carried out by", "URL");
        var command = new Command("remove", "Puts a notice in place of a story that may not be shown for legal reasons")
        {
            story, notice, basis, blockedBy, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => Writing.RunAsync(
            parsed,
            actor => new RemoveForLegalReasons(
                parsed.GetRequiredValue(notice), parsed.GetValue(basis), parsed.GetValue(blockedBy))
            {
                Actor = actor,
                Story = parsed.GetRequiredValue(story),
                ExpectedVersion = parsed.GetValue(ifVersion),
            },
            cancellationToken));
        return command;
    }

    private static Command Create(
        string name, string description, Func<string, string, Actor, long?, ExistingStoryRequest> request)
    {
        var story = Symbols.Story();
        var notice = Symbols.Required("--notice", "What readers are told");
        var ifVersion = Writing.IfVersion();
        var command = new Command(name, description) { story, notice, ifVersion, Writing.CommandId };
        command.SetAction((parsed, cancellationToken) => Writing.RunAsync(
            parsed,
            actor => request(
                parsed.GetRequiredValue(notice), parsed.GetRequiredValue(story), actor, parsed.GetValue(ifVersion)),
            cancellationToken));
        return command;
    }
}
