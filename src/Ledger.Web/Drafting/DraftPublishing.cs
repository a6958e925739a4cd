using Ledger.Application.Assets;
using Ledger.Application.Drafts;
using Ledger.Application.People;
using Ledger.Projections.Assets;
using Ledger.Projections.Drafts;
using Ledger.Projections.Running;
using MediatR;

namespace Ledger.Web.Drafting;

/// <summary>Publishes what is approved when its time has come, or what a crash left approved.</summary>
/// <remarks>
/// Every node may do so at once: a draft is published once, under a command that bears its name, and so is what becomes
/// of a correction of a picture in each of its stories.
/// </remarks>
internal sealed class DraftPublishing(
    DraftQueries drafts, AssetQueries assets, ProjectionRunner projections, IMediator mediator, TimeProvider time,
    ILogger<DraftPublishing> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly Actor Program = new("system:publisher", "Ledger", [Role.Editor]);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PublishDueAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.PublishingFailed(exception.Message);
            }
        }
    }

    private async Task PublishDueAsync(CancellationToken cancellationToken)
    {
        foreach (var draft in await drafts.FindDueAsync(time.GetUtcNow(), cancellationToken))
        {
            await mediator.Send(new PublishDraft { Actor = Program, Draft = draft }, cancellationToken);
            await projections.CatchUpAsync(Pause, cancellationToken);
        }

        foreach (var (asset, correction) in await assets.FindDueAsync(cancellationToken))
        {
            await mediator.Send(new PublishAssetCorrection(asset, correction) { Actor = Program }, cancellationToken);
            await projections.CatchUpAsync(Pause, cancellationToken);
        }
    }
}
