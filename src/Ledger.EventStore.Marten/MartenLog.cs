using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Marten.Services.Json.Transformations;
using Npgsql;
using Weasel.Core;

namespace Ledger.EventStore.Marten;

/// <summary>How Marten is set so that its events are Ledger's: the same tables, aliases and JSON.</summary>
public static class MartenLog
{
    /// <summary>Sets the options of a store of Marten's.</summary>
    /// <param name="options">Of a store on the database that <paramref name="database"/> leads to.</param>
    /// <param name="database">Where the log is.</param>
    /// <param name="catalogue">The types of events that it may hold.</param>
    /// <remarks>
    /// Marten makes nothing in the database by itself then: Ledger's own migration makes what both need.
    /// </remarks>
    public static void Configure(StoreOptions options, NpgsqlDataSource database, EventCatalogue catalogue)
    {
        options.Connection(database);
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.Serializer(SerializerOf(catalogue));

        // An append stands in a transaction of ours: trying it again is our decision, and cannot be done inside.
        options.ConfigureWritePolly(_ => { });
        options.Events.DatabaseSchemaName = "events";
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        foreach (var (type, alias) in catalogue.Types)
        {
            options.Events.MapEventType(type, alias);
            options.Events.Upcast(type, alias, Reading(catalogue, alias));
        }
    }

    // The alias alone says what an event is, and the catalogue brings old shapes up to date.
    private static JsonTransformation Reading(EventCatalogue catalogue, string alias) =>
        new((_, row, column) => catalogue.Read(alias, row.GetFieldValue<byte[]>(column)));

    private static SystemTextJsonSerializer SerializerOf(EventCatalogue catalogue)
    {
        var serializer = new SystemTextJsonSerializer(catalogue.Json)
        {
            Casing = Casing.CamelCase,
            EnumStorage = EnumStorage.AsString,
        };
        serializer.Configure(json =>
        {
            // Marten would guess that text which looks like a time is one, and lose its offset.
            foreach (var guessing in json.Converters.Where(converter => converter.CanConvert(typeof(object))).ToList())
                json.Converters.Remove(guessing);

            // Ours write enums as the log has them; the first that fits is taken.
            foreach (var converter in catalogue.Json.Converters.Reverse())
                json.Converters.Insert(0, converter);
        });
        return serializer;
    }
}
