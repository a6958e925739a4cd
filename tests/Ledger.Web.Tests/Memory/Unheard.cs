using Ledger.EventStore;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Memory;

/// <summary>While changes by others cannot be heard of, every page is made anew.</summary>
public sealed class Unheard(WebServer server) : MemoryTest(server)
{
    [Fact]
    public async Task Nothing_is_answered_from_memory_until_changes_are_heard_of_again()
    {
        await PublishAsync("Kept", "unheard");
        await ReadAsync("/stories/unheard");
        await AlterAsync("unheard", "Altered");
        Assert.Contains("Kept", await ReadAsync("/stories/unheard"), StringComparison.Ordinal);

        await Eventually.IsTrueAsync(EveryPageIsMadeAnewAsync);

        await ListensAsync(Server);
        var last = await ReadAsync("/stories/unheard");
        await AlterAsync("unheard", "Altered again");
        Assert.Equal(last, await ReadAsync("/stories/unheard"));
    }

    // The listener comes back after a second; the time until then must suffice, or another try has to.
    private async Task<bool> EveryPageIsMadeAnewAsync()
    {
        var watch = Server.Services.GetRequiredService<ILogWatch>();
        await ListensAsync(Server);
        await EndConnectionsAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(!watch.IsLive));

        var shown = true;
        foreach (var headline in new[] { "Unheard once", "Unheard twice", "Unheard thrice" })
        {
            await AlterAsync("unheard", headline);
            shown &= (await ReadAsync("/stories/unheard")).Contains(headline, StringComparison.Ordinal);
        }

        if (watch.IsLive)
            return false;

        Assert.True(shown, "A page came from memory while nothing could be heard.");
        return true;
    }

    private async Task EndConnectionsAsync()
    {
        await using var source = NpgsqlDataSource.Create(Server.ConnectionString);
        await using var command = source.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname = current_database() and query in ('listen ledger_events', 'select 1') "
            + "and pid <> pg_backend_pid()");
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
