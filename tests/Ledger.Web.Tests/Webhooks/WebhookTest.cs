using Ledger.Web.Tests.Api;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>A test of what receivers are told, on a server that they share.</summary>
public abstract class WebhookTest(WebhookServer shared) : ApiTest(shared.Server), IClassFixture<WebhookServer>
{
    protected WebhookServer Shared { get; } = shared;

    /// <summary>Publishes a story and changes its headline so many times.</summary>
    protected async Task<Guid> HappensAsync(int changes)
    {
        var story = await PublishAsync();
        for (var i = 1; i <= changes; i++)
            await Server.Story(story.Slug).HeadlineAsync($"The bridge of Norvale, take {i}", "It is open.", "Clearer");

        return story.Id;
    }
}
