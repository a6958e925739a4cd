using Ledger.Benchmarks.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ConstantPage))]

namespace Ledger.Benchmarks.Serving;

/// <summary>Bytes and headers that were put there, given back before anything else of the server is asked.</summary>
/// <remarks>It is what the server could reach at most with a page of the same size.</remarks>
internal sealed class ConstantPage : IHostingStartup, IStartupFilter
{
    public const string Path = "/bench/constant";

    private volatile StoredAnswer answer = new([], []);

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => context => context.Request.Path == Path ? AnswerAsync(context) : rest(context));
        next(app);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            answer = await context.Request.ReadFromJsonAsync<StoredAnswer>(context.RequestAborted)
                ?? throw new BadHttpRequestException("There is no page to be kept.");
            return;
        }

        var kept = answer;
        foreach (var (name, value) in kept.Headers)
            context.Response.Headers[name] = value;

        await context.Response.BodyWriter.WriteAsync(kept.Body, context.RequestAborted);
    }
}

/// <summary>An answer as it went over the wire.</summary>
internal sealed record StoredAnswer(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
