using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using MediatR;

namespace Ledger.Web.Pages.Desk;

/// <summary>What every form of the desk needs.</summary>
public sealed record DeskServices(
    IMediator Mediator, StoryQueries Stories, RevisionQueries Revisions, ChangelogQueries Changelog,
    ProjectionRunner Projections, WebSettings Settings);
