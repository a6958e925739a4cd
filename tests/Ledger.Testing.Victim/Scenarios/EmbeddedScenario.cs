using Ledger.Hosting.Embedded;
using Npgsql;

namespace Ledger.Testing.Victim;

/// <summary>
/// A program on the embedded cluster of a folder. It says <c>ready</c> and then answers each line of its input, a
/// query, with its first value; it leaves the cluster when its input ends. It is for the test to kill it.
/// </summary>
internal static class EmbeddedScenario
{
    public static async Task RunAsync(Situation situation)
    {
        try
        {
            await using var cluster = await EmbeddedPostgres.StartAsync(situation.Arguments[0], CancellationToken.None);
            await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
            Situation.Say("ready");
            while (await Console.In.ReadLineAsync() is { } query)
            {
                await using var command = database.CreateCommand(query);
                Situation.Say($"{await command.ExecuteScalarAsync()}");
            }
        }
        catch (EmbeddedPostgresException e)
        {
            Situation.Say(e.Message);
        }
    }
}
