using Ledger.Web.Health;
using Ledger.Web.Reading;

namespace Ledger.Web.Memory;

/// <summary>The two ends of the way of a page: answered from memory at the start, kept there at the end.</summary>
internal static class PageMemoryPipeline
{
    public static IServiceCollection AddPageMemory(this IServiceCollection services) => services
        .AddSingleton<PageMemory>()
        .AddHostedService(provider => provider.GetRequiredService<PageMemory>());

    /// <summary>Answers from memory, before anything else of the server is asked.</summary>
    public static IApplicationBuilder UsePageMemory(this IApplicationBuilder app)
    {
        var memory = app.ApplicationServices.GetRequiredService<PageMemory>();
        return app.Use(next => context =>
            PageKey.Of(context.Request) is { } key && memory.Find(key) is { } page
                ? page.WriteAsync(context)
                : next(context));
    }

    /// <summary>
    /// Finishes the pages that are the same for everybody, and keeps them. Whether they are kept or not, they are the
    /// same to the last byte.
    /// </summary>
    public static IApplicationBuilder UseFinishedPages(this IApplicationBuilder app)
    {
        var memory = app.ApplicationServices.GetRequiredService<PageMemory>();
        return app.Use(next => context =>
            PageKey.IsForEverybody(context.Request)
            && context.GetEndpoint()?.Metadata.GetMetadata<SameForEverybody>() is not null
                ? FinishAsync(context, next, memory)
                : next(context));
    }

    private static async Task FinishAsync(HttpContext context, RequestDelegate next, PageMemory memory)
    {
        var begun = memory.Now;
        var content = await WholeAnswers.MakeAsync(context, next);
        if (!IsPage(context.Response))
        {
            await WholeAnswers.SendAsync(context, content);
            return;
        }

        var isFresh = !context.Response.Headers.ContainsKey(Freshness.Header);
        var page = FinishedPage.TakeFrom(context.Response, content.ToArray(), Codings.Of(context.Request));
        if (isFresh && PageKey.Of(context.Request) is { } key && context.Features.Get<PageSubject>() is { } subject)
            memory.Keep(key, page, subject, begun);

        await page.WriteAsync(context);
    }

    // An answer that is not for everybody after all, or not to be kept, says so by its headers; one that may be kept
    // longer than others does, too.
    private static bool IsPage(HttpResponse response) =>
        response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status301MovedPermanently
        && response.Headers.SetCookie.Count == 0
        && (response.Headers.CacheControl.Count == 0
            || response.Headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal));
}
