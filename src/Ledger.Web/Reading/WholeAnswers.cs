using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Web.Reading;

/// <summary>Answers that are made whole before a byte of them is sent.</summary>
internal static class WholeAnswers
{
    /// <summary>The content of the answer that is made; its headers can still be changed.</summary>
    public static async Task<ReadOnlyMemory<byte>> MakeAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var content = new MemoryStream();
        var catching = new StreamResponseBodyFeature(content, wire);
        context.Features.Set<IHttpResponseBodyFeature>(catching);
        try
        {
            await next(context);
            await catching.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <summary>Sends the content, if there is any: an answer without may still become an error page.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> content)
    {
        if (content.Length > 0)
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
