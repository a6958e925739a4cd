using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ledger.Cli.Demo;

internal static class DemoPictures
{
    /// <summary>Serves the drawings of the sample stories; without them the stories have their words alone.</summary>
    public static void MapDemoPictures(this WebApplication app) => app.MapGet(
        "/demo/{name}.svg",
        (string name) => DemoFiles.Picture(name) is { } picture
            ? Results.Bytes(picture, "image/svg+xml")
            : Results.NotFound());
}
