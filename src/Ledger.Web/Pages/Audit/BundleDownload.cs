using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Bundles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Pages.Audit;

/// <summary>Gives a bundle as it is made, without having it whole in memory.</summary>
internal sealed class BundleDownload(BundleExport export, BundleRequest request) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Response.ContentType = "application/jsonl; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{request.Story}-{request.Level.ToString().ToLowerInvariant()}.jsonl",
        }.ToString();
        try
        {
            await export.WriteAsync(
                request, (bytes, cancellationToken) => http.Response.Body.WriteAsync(bytes, cancellationToken).AsTask(),
                http.RequestAborted);
        }
        catch (LogIntegrityException)
        {
            // What was sent is no bundle: it has no last line, and the connection says that it was cut off.
            http.Abort();
        }
    }
}
