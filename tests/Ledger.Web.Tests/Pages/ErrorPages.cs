using System.Net;
using Ledger.Application.People;
using Npgsql;

namespace Ledger.Web.Tests.Pages;

/// <summary>What people see when something is wrong with what they asked, or with us.</summary>
public sealed class ErrorPages(WebServer server) : IClassFixture<WebServer>
{
    [Theory]
    [InlineData("/?cursor=nonsense")]
    [InlineData("/desk?cursor=nonsense")]
    [InlineData("/corrections?cursor=nonsense")]
    [InlineData("/corrections?section=%00")]
    public async Task An_address_that_no_page_gave_is_not_understood(string path)
    {
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        await editor.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, editor.Status);
        Assert.Equal("This could not be understood", editor.Text("h1"));
    }

    [Fact]
    public async Task A_story_that_is_too_large_is_refused_with_a_page_that_says_so()
    {
        await using var small = await WebServer.StartAsync(new() { LargestRequest = 100_000 });
        using var editor = await Visitor.SignedInAsync(small, Role.Editor);
        await editor.GetAsync("/desk/new");

        await editor.SendAsync(
            ".desk-form", [("headline", "H"), ("block.text", new string('x', 200_000))], ("do", "publish"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, editor.Status);
        Assert.Equal("This is too large", editor.Text("h1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Editor)]
    public async Task Without_its_database_the_site_says_that_it_is_our_fault(Role? role)
    {
        await using var own = await WebServer.StartAsync(new());
        using var visitor = role is { } known ? await Visitor.SignedInAsync(own, known) : new Visitor(own.Client());
        await visitor.GetAsync("/");
        await LoseDatabaseAsync(own.ConnectionString);

        await visitor.GetAsync("/corrections");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.Equal("The ledger cannot be reached", visitor.Text("h1"));
    }

    private static async Task LoseDatabaseAsync(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var name = settings.Database;
        settings.Database = "postgres";
        await using var server = NpgsqlDataSource.Create(settings.ConnectionString);
        await using var rename = server.CreateCommand($"""drop database "{name}" with (force)""");
        await rename.ExecuteNonQueryAsync();
    }
}
