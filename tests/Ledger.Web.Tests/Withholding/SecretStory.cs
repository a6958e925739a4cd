using System.Globalization;
using Ledger.Application.Reports;
using Ledger.Application.Stories;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Withholding;

/// <summary>A story with a word of its own in each of its parts, and in all that was ever said of it.</summary>
internal sealed record SecretStory(
    WebServer Server, Guid Id, string Slug, string Word, Guid Correction, string Receipt)
{
    private static int stories;

    public StoryHand Hand => Server.Story(Slug);

    public static async Task<SecretStory> PublishAsync(WebServer server)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"QUILLWORT{Interlocked.Increment(ref stories):d3}");
        var slug = word.ToLowerInvariant();
        var done = await server.PublishAsync(ArticleOf(word), $"{slug}-at-first");
        var hand = server.Story(done.Slug);
        var corrected = await hand.CorrectAsync(
            $"{word} cost 40", $"{word} cost 50", $"An earlier version said that {word} cost 40. It cost 50.");
        var cancel = TestContext.Current.CancellationToken;
        var mediator = server.Services.GetRequiredService<IMediator>();
        await server.SendAsync(new AmendCorrection(
            corrected.CorrectionId!.Value, $"An earlier version misstated what {word} cost.", $"{word} was right.")
        {
            Actor = Newsroom.Standards,
            Story = done.Slug,
        });
        await hand.HeadlineAsync($"{word} opens again", $"{word} at last", $"{word} was closed.");
        await hand.CaptionAsync("p", $"{word} at noon", $"{word} Press", $"{word} is lit.");
        await hand.CreditAsync(CreditRole.Author, $"Ada {word}", $"Bea {word}", $"{word} said so.");
        await hand.MoveAsync(slug);
        var taken = await mediator.Send(
            new ReceiveReport(
                slug, null, new TextQuote($"{word} cost 50", null, null), $"It cost {done.StoryId}.", null)
            {
                Actor = Application.People.Actor.AnyReader,
            },
            cancel);
        return new(server, done.StoryId, slug, word, corrected.CorrectionId.Value,
            taken.Receipt ?? throw new InvalidOperationException($"The report was refused: {taken.Outcome}"));
    }

    private static Article ArticleOf(string word) => new()
    {
        Headline = $"{word} opens",
        Standfirst = $"{word} is open",
        Section = "Towns",
        Language = "en",
        Dateline = $"{word} BAY",
        Credits = [new(CreditRole.Author, $"Ada {word}")],
        Blocks =
        [
            new() { Id = "b", Type = BlockType.Paragraph, Text = $"{word} cost 40 crowns." },
            new() { Id = "q", Type = BlockType.Quote, Text = $"{word} is ours.", Speaker = $"Cai {word}" },
            new() { Id = "p", Type = BlockType.Image, Url = $"/{word}.jpg", Alt = word, Caption = word, Credit = word },
        ],
    };
}
