using System.Diagnostics;
using System.Text.Json;

namespace Ledger.Web.Tests.Api;

/// <summary>The description of the API, read by those who know nothing of it.</summary>
public sealed class Linting(WebServer server) : ApiTest(server)
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    [Fact]
    public async Task Every_operation_says_who_may_call_it_and_every_part_what_it_is_for()
    {
        var description = await GetAsync("/openapi/v1.json");

        var operations = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(method => Methods.Contains(method.Name)))
            .Select(method => method.Value)
            .ToList();
        Assert.All(operations, operation => Assert.NotEqual(0, operation.GetProperty("security").GetArrayLength()));
        Assert.All(
            description.GetProperty("tags").EnumerateArray(),
            tag => Assert.NotEqual("", tag.GetProperty("description").GetString()));
        var ids = operations.Select(operation => operation.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Redocly_finds_no_error()
    {
        Assert.SkipUnless(Redocly() is not null, "There is no redocly on the PATH (npm install -g @redocly/cli).");
        var file = Path.Combine(AppContext.BaseDirectory, "Api", "openapi.golden.json");
        using var lint = Process.Start(new ProcessStartInfo(Redocly()!, ["lint", "--format=json", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = lint.StandardError.ReadToEndAsync(Cancel);

        using var found = JsonDocument.Parse(await lint.StandardOutput.ReadToEndAsync(Cancel));

        await lint.WaitForExitAsync(Cancel);
        Assert.True(lint.ExitCode == 0, $"{found.RootElement}\n{await errors}");
        Assert.Equal(0, found.RootElement.GetProperty("totals").GetProperty("errors").GetInt32());
    }

    private static string? Redocly() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redocly"))
        .FirstOrDefault(File.Exists);
}
