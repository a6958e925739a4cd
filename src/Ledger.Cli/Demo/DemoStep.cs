using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Demo;

/// <summary>One change in the life of a sample story; each adds exactly one event.</summary>
/// <param name="Account">Who makes it.</param>
/// <param name="Hours">How long ago it is said to have happened.</param>
/// <param name="Request">The change, made for the article as it is by then.</param>
internal sealed record DemoStep(
    string Account, double Hours, Func<string, Actor, Article, ExistingStoryRequest> Request)
{
    /// <summary>Rewrites the article where nothing in it was wrong.</summary>
    public static DemoStep Revise(
        string account, double hours, RevisionKind kind, string reason, Func<Article, Article> rewrite) =>
        new(account, hours, (story, actor, article) =>
            new ReviseArticle(rewrite(article), kind, reason) { Story = story, Actor = actor });

    public static DemoStep Correct(
        string account, double hours, CorrectionClass @class, string wrong, string right, string note) =>
        new(account, hours, (story, actor, _) =>
            new IssueCorrection(@class, [new(wrong, right)], note) { Story = story, Actor = actor });

    public static DemoStep Speaker(
        string account, double hours, string block, string from, string to, string reason) =>
        new(account, hours, (story, actor, _) =>
            new ChangeAttribution(null, block, from, to, reason) { Story = story, Actor = actor });

    public static DemoStep Credit(
        string account, double hours, CreditRole role, string? from, string? to, string reason) =>
        new(account, hours, (story, actor, _) =>
            new ChangeAttribution(role, null, from, to, reason) { Story = story, Actor = actor });

    public static DemoStep Caption(string account, double hours, string block, string caption, string reason) =>
        new(account, hours, (story, actor, _) =>
            new EditCaption(block, caption, null, reason) { Story = story, Actor = actor });

    public static DemoStep Headline(string account, double hours, string headline, string reason) =>
        new(account, hours, (story, actor, _) =>
            new ChangeHeadline(headline, null, reason) { Story = story, Actor = actor });

    public static DemoStep Slug(string account, double hours, string slug) =>
        new(account, hours, (story, actor, _) => new ChangeSlug(slug, null) { Story = story, Actor = actor });

    public static DemoStep Retract(string account, double hours, string notice) =>
        new(account, hours, (story, actor, _) => new RetractArticle(notice) { Story = story, Actor = actor });

    public static DemoStep Withdraw(string account, double hours, string notice) =>
        new(account, hours, (story, actor, _) => new WithdrawArticle(notice) { Story = story, Actor = actor });
}
