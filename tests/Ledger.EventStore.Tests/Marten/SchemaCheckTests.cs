using JasperFx;
using Ledger.EventStore.Marten;
using Ledger.EventStore.Tests.Contract;
using Ledger.Testing;
using Marten;
using Weasel.Core;
using Weasel.Postgresql.Functions;

namespace Ledger.EventStore.Tests.Marten;

/// <summary>What Marten's own check of its schema says of Ledger's.</summary>
public sealed class SchemaCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Marten's daemon would keep events here that it passes over. Ledger's never does.
    private const string DeadLetters = "events.mt_doc_deadletterevent";

    [Fact]
    public async Task Marten_finds_its_tables_keys_indexes_and_sequence_and_would_only_add_functions()
    {
        await using var stores = await TwoStores.CreateAsync();
        await using var marten = Open(stores);
        var migration = await marten.Storage.Database.CreateMigrationAsync(Token);

        var differing = migration.Deltas.Where(delta => delta.Difference != SchemaPatchDifference.None).ToList();
        Assert.Equal(
            [DeadLetters],
            differing.Where(delta => delta.SchemaObject is not Function)
                .Select(delta => delta.SchemaObject.Identifier.QualifiedName));
        var same = migration.Deltas.Except(differing).Select(delta => delta.SchemaObject.Identifier.QualifiedName);
        Assert.Empty(new[]
        {
            "events.mt_events", "events.mt_streams", "events.mt_event_progression", "events.mt_events_sequence",
        }.Except(same));
    }

    [Fact]
    public async Task Once_Marten_has_made_its_functions_it_finds_nothing_to_change_and_both_stores_go_on()
    {
        await using var stores = await TwoStores.CreateAsync();
        await using var marten = Open(stores);
        await stores.Log.AppendAsync(stores.OpenMarten(), new StepMade(1));
        await marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await marten.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Token);

        await stores.Log.AppendAsync(stores.OpenMarten(), new StepMade(2), new StepMade(3));
        await stores.Log.AppendAsync(stores.Log.Open(), new StepMade(4));
        await stores.Log.AppendAsync(stores.OpenMarten(), new StepMade(5));
        Assert.Empty(await LogChecks.FindFaultsAsync(stores.Log.Source));
        Assert.Equal(5, await stores.Log.Open().GetHeadAsync(Token));
    }

    private static DocumentStore Open(TwoStores stores) => DocumentStore.For(options =>
        MartenLog.Configure(options, stores.Log.Source, SampleEvents.Catalogue));
}
