namespace Ledger.Web.Memory;

/// <summary>Bytes as an answer that is finished as pages are.</summary>
/// <remarks>
/// The framework's own result leaves them out for HEAD. A page that is finished has to be whole, since it can be kept
/// for those who ask with GET; that HEAD has no body is seen to where it is sent.
/// </remarks>
internal sealed class WholeBytes(byte[] bytes, string mediaType) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        return httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
