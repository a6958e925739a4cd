using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;
using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Verbs;

internal static class CorrectVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var @class = Symbols.Word<CorrectionClass>("--class", "class", "What kind of error it was");
        @class.Required = true;
        var wrong = Words("--wrong", "The words that are wrong, as they stand there; may be given several times");
        var right = Words("--right", "The words that replace them: one for each --wrong");
        var field = Symbols.Word<ArticleField>("--field", "field", "Where they stand; else wherever they occur");
        var note = Symbols.Required("--note", "The note to readers: what was wrong, and what is right");
        var apology = new Option<bool>("--apology") { Description = "Says that the note has to apologise" };
        var cause = Symbols.Word<Cause>("--cause", "cause", "How it came about, never made public; makes a draft");
        var publishAt = Symbols.Time("--publish-at", "The time before which nobody publishes it; makes a draft");
        var draft = new Option<bool>("--draft") { Description = "Only writes it down" };
        var ifVersion = Writing.IfVersion();
        var command = new Command("correct", "Replaces wrong words and publishes a note that says so")
        {
            story, @class, wrong, right, field, note, apology, cause, publishAt, draft, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            ArticleField? where = parsed.GetResult(field) is null ? null : parsed.GetValue(field);
            var claims = Claims(parsed.GetValue(wrong) ?? [], parsed.GetValue(right) ?? [], where);
            return Writing.RunAsync(
                parsed,
                actor => new IssueCorrection(parsed.GetRequiredValue(@class), claims, parsed.GetRequiredValue(note))
                {
                    Actor = actor,
                    Story = parsed.GetRequiredValue(story),
                    Apology = parsed.GetValue(apology) ? true : null,
                    Cause = parsed.GetResult(cause) is null ? null : parsed.GetValue(cause),
                    PublishAt = parsed.GetValue(publishAt),
                    AsDraft = parsed.GetValue(draft) ? true : null,
                    ExpectedVersion = parsed.GetValue(ifVersion),
                },
                cancellationToken);
        });
        return command;
    }

    private static Option<string[]> Words(string name, string description) =>
        new(name) { Description = description, HelpName = "TEXT", Arity = ArgumentArity.OneOrMore };

    private static Claim[] Claims(string[] wrong, string[] right, ArticleField? field) => wrong.Length == right.Length
        ? [.. wrong.Zip(right, (from, to) => new Claim(from, to, field))]
        : throw new UsageException("Each --wrong needs its --right.");
}
