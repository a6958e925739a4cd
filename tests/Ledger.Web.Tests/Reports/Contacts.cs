using Ledger.Application.People;
using Ledger.Application.Reports;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Reports;

/// <summary>Who reported an error is kept apart, shown to the desk alone, and can be forgotten.</summary>
public sealed class Contacts(WebServer server) : ReportApiTest(server)
{
    private const string Name = "Wilhelmina Quist";
    private const string Email = "quist@mail.example";

    [Fact]
    public async Task A_contact_is_for_the_desk_and_when_it_is_erased_nothing_of_it_is_left()
    {
        var story = await PublishAsync();
        var receipt = await ReportAsync(
            story.Id, "I was there, and it was not so.", $$""","name":"{{Name}}","email":"{{Email}}" """);
        var id = IdOf(receipt);
        Assert.True((await FindAsync(id)).GetProperty("hasContact").GetBoolean());
        Assert.Equal(new(Name, Email), await ContactAsync(id, Role.Editor));
        Assert.Null(await ContactAsync(id, Role.Auditor));
        Assert.Equal(["ops.report_contacts"], await TablesWithAsync(Name));
        Assert.Equal(["ops.report_contacts"], await TablesWithAsync(Email));

        await DoneAsync(id, "contact-erasure");

        Assert.False((await FindAsync(id)).GetProperty("hasContact").GetBoolean());
        Assert.Null(await ContactAsync(id, Role.Editor));
        Assert.Empty(await TablesWithAsync(Name));
        Assert.Empty(await TablesWithAsync(Email));

        // Sent again from a form that lay open, it is not kept again.
        var again = await DoneAsync(id, "contact-erasure");
        Assert.False(again.GetProperty("changed").GetBoolean());
    }

    [Fact]
    public async Task The_receipt_and_the_address_of_the_network_are_kept_nowhere()
    {
        var story = await PublishAsync();
        using var reader = Server.Client();
        reader.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.77");
        var receipt = await ReportAsync(reader, Report(story.Id, "Who am I?"));

        Assert.Empty(await TablesWithAsync(receipt));
        Assert.Empty(await TablesWithAsync("198.51.100.77"));
    }

    private Task<ReporterContact?> ContactAsync(Guid id, Role role) =>
        Server.Services.GetRequiredService<IMediator>().Send(new FindContact(new("user:x", "X", [role]), id), Cancel);

    /// <summary>Every table of ours in any of whose rows a text stands.</summary>
    private async Task<List<string>> TablesWithAsync(string text)
    {
        await using var database = NpgsqlDataSource.Create(Server.ConnectionString);
        var tables = new List<string>();
        await using (var list = database.CreateCommand("""
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_schema in ('events', 'log', 'ops', 'read') and table_type = 'BASE TABLE' order by 1
            """))
        await using (var row = await list.ExecuteReaderAsync(Cancel))
        {
            while (await row.ReadAsync(Cancel))
                tables.Add(row.GetString(0));
        }

        Assert.Contains("read.report", tables);
        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var search = database.CreateCommand(
                $"select exists (select from {table} as t where strpos(t::text, $1) > 0)");
            search.Parameters.Add(new() { Value = text });
            if ((bool)(await search.ExecuteScalarAsync(Cancel))!)
                found.Add(table);
        }

        return found;
    }
}
