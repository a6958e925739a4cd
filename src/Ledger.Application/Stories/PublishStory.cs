using System.Globalization;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Stories;

/// <param name="Slug">The address wanted; null makes one of the headline, with a number when it is taken.</param>
public sealed record PublishStory(Article Article, string? Slug) : StoryRequest;

internal sealed class PublishStoryHandler(CommandRunner runner, StoryRepository stories)
    : IRequestHandler<PublishStory, Outcome>
{
    private const int MostNumbers = 1_000;

    public async Task<Outcome> Handle(PublishStory request, CancellationToken cancellationToken)
    {
        if (request.Slug is { } wanted)
            return await PublishAsync(request, wanted, cancellationToken);

        var derived = Slug.From(request.Article.Headline);
        var outcome = await PublishAsync(request, derived, cancellationToken);
        for (var n = 2; outcome is Outcome.Refused { Refusal: SlugTaken } && n <= MostNumbers; n++)
            outcome = await PublishAsync(request, Numbered(derived, n), cancellationToken);

        return outcome;
    }

    private async Task<Outcome> PublishAsync(PublishStory request, string slug, CancellationToken cancellationToken)
    {
        // Most addresses are new, which the append finds out by itself. Whose it is otherwise has to be looked up.
        var holder = stories.Recall(slug);
        var outcome = await PublishAsync(request, slug, holder, cancellationToken);
        if (holder is null && outcome is Outcome.Refused { Refusal: SlugTaken })
        {
            holder = await stories.FindAsync(slug, cancellationToken);
            outcome = await PublishAsync(request, slug, holder, cancellationToken);
        }

        return outcome is Outcome.Refused { Refusal: AlreadyPublished }
            ? new Outcome.Refused(new SlugTaken(slug))
            : outcome;
    }

    private Task<Outcome> PublishAsync(
        PublishStory request, string slug, Guid? holder, CancellationToken cancellationToken) => runner.RunAsync(
            holder, request, _ => new StoryCommand.Publish(slug, request.Article), cancellationToken);

    private static string Numbered(string slug, int n) => string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}");
}
