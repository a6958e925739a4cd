using Ledger.Application.People;
using Ledger.Web.Api.Assets;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Copies;
using Ledger.Web.Api.Corrections;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Drafts;
using Ledger.Web.Api.Events;
using Ledger.Web.Api.Fixes;
using Ledger.Web.Api.Formats;
using Ledger.Web.Api.Policies;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Proofs;
using Ledger.Web.Api.Reports;
using Ledger.Web.Api.Stories;
using Ledger.Web.Health;
using Ledger.Web.Security;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api;

/// <summary>The JSON API: every address under <c>/api/v1</c>.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddLedgerApi(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions))
        .AddLedgerDescription()
        .AddSingleton<StaleVersions>()
        .AddSingleton<WithheldAnswers>()
        .AddSingleton<StoryExport>()
        .AddExceptionHandler<FailureLog>()
        .AddExceptionHandler<MachineExceptionHandler>();

    public static void MapLedgerApi(this IEndpointRouteBuilder app)
    {
        var stories = app.MapGroup(Root).WithTags("stories");
        stories.MapStories();
        stories.MapRevisions();
        stories.MapChangelog();
        stories.MapBlame();
        stories.MapFormats();
        app.MapGroup(Root).WithTags("corrections").MapCorrections();
        app.MapGroup(Root).WithTags("reports").MapReports();
        app.MapGroup(Root).WithTags("reports").MapMetrics();
        app.MapGroup(Root).WithTags("log").MapEvents();
        app.MapGroup(Root).WithTags("log").MapProofs();

        var writes = app.MapGroup(Root)
            .WithTags("changes")
            .RequireAuthorization(nameof(Permission.EditStories))
            .AddEndpointFilter<SameOriginWrites>();
        writes.MapPublish();
        writes.MapChanges();
        writes.MapCopies();
        writes.MapFixes();
        writes.MapAmending();
        writes.MapDraftWrites();
        writes.MapAssetWrites();
        app.MapGroup(Root).WithTags("policy").MapPolicyRead();
        app.MapGroup(Root).WithTags("policy").AddEndpointFilter<SameOriginWrites>().MapPolicyWrite();
        app.MapGroup(Root).WithTags("drafts").RequireAuthorization(nameof(Permission.ReadLog)).MapDraftReads();
        app.MapGroup(Root).WithTags("assets").RequireAuthorization(nameof(Permission.ReadLog)).MapAssetReads();

        app.MapGroup(Root)
            .WithTags("reports")
            .RequireAuthorization(nameof(Permission.HandleReports))
            .AddEndpointFilter<SameOriginWrites>()
            .MapTriage();

        app.MapProblems();
        app.MapSchemas();
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new ReadsNoModel());
    }
}
