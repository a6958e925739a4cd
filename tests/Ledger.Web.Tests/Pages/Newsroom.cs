using Ledger.Application;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Pages;

/// <summary>Puts stories on the site by the same requests that every front end sends.</summary>
internal static class Newsroom
{
    public static Actor Editor { get; } = new("user:ines", "Ines Okafor", [Role.Editor]);

    public static Actor Standards { get; } = new("user:sten", "Sten Falk", [Role.Standards]);

    public static Article Short(string headline, params string[] paragraphs) => new()
    {
        Headline = headline,
        Language = "en",
        Blocks = [.. paragraphs.Select(text => new Block { Id = "", Type = BlockType.Paragraph, Text = text })],
    };

    public static Task<Outcome.Done> PublishAsync(this WebServer server, Article article, string? slug = null) =>
        server.SendAsync(new PublishStory(article, slug) { Actor = Editor });

    public static StoryHand Story(this WebServer server, string slug) => new(server, slug, Editor);

    public static async Task<Outcome.Done> SendAsync(this WebServer server, StoryRequest request) =>
        await server.Services.GetRequiredService<IMediator>().Send(
            request, TestContext.Current.CancellationToken) switch
        {
            Outcome.Done done => done,
            Outcome.Refused refused => throw new InvalidOperationException(refused.Refusal.Message),
            var other => throw new InvalidOperationException($"{other}"),
        };
}

/// <summary>An editor with one story in hand.</summary>
internal sealed record StoryHand(WebServer Server, string Slug, Actor Actor)
{
    public Task<Outcome.Done> ReviseAsync(
        Article article, string? reason = null, RevisionKind kind = RevisionKind.Update) =>
        Server.SendAsync(new ReviseArticle(article, kind, reason) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> CorrectAsync(
        string wrong, string right, string note, CorrectionClass @class = CorrectionClass.FactualError) =>
        Server.SendAsync(new IssueCorrection(@class, [new(wrong, right)], note) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> AddEditorsNoteAsync(string note) =>
        Server.SendAsync(new IssueCorrection(CorrectionClass.EditorsNote, [], note) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> CreditAsync(CreditRole role, string from, string to, string reason) =>
        Server.SendAsync(new ChangeAttribution(role, null, from, to, reason) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> AttributeAsync(string block, string from, string to, string reason) =>
        Server.SendAsync(new ChangeAttribution(null, block, from, to, reason) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> CaptionAsync(string block, string caption, string? credit, string reason) =>
        Server.SendAsync(new EditCaption(block, caption, credit, reason) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> HeadlineAsync(string headline, string? standfirst = null, string? reason = null) =>
        Server.SendAsync(new ChangeHeadline(headline, standfirst, reason) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> MoveAsync(string slug) =>
        Server.SendAsync(new ChangeSlug(slug, null) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> RetractAsync(string notice) =>
        Server.SendAsync(new RetractArticle(notice) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> WithdrawAsync(string notice) =>
        Server.SendAsync(new WithdrawArticle(notice) { Actor = Actor, Story = Slug });

    public Task<Outcome.Done> RemoveAsync(
        string notice, RemovalBasis basis = RemovalBasis.CourtOrder, string? blockedBy = null) =>
        Server.SendAsync(new RemoveForLegalReasons(notice, basis, blockedBy)
        {
            Actor = Newsroom.Standards,
            Story = Slug,
        });

    public Task<Outcome.Done> ReinstateAsync(string notice) =>
        Server.SendAsync(new ReinstateArticle(notice) { Actor = Actor, Story = Slug });
}
