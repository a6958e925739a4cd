using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain;
using Ledger.EventStore;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Application.Tests.Streams;

/// <summary>A small kind of stream for these tests: an errand is begun once and may be done until it is over.</summary>
internal static class Errand
{
    internal abstract record ErrandEvent;
    internal sealed record Begun(string What) : ErrandEvent;
    internal sealed record Stepped(int Step) : ErrandEvent;

    internal sealed record State(string? What, int Steps);

    internal sealed record Request(string Asked) : CommandRequest;

    internal sealed record NotBegun() : Refusal("errand-not-begun", "There is no such errand.");

    public static StreamKind<ErrandEvent, State> Kind { get; } = new("errand", new(null, 0), (state, happened) =>
        happened switch
        {
            Begun begun => state with { What = begun.What },
            Stepped stepped => state with { Steps = stepped.Step },
            _ => throw new System.Diagnostics.UnreachableException(happened.ToString()),
        })
    {
        KeysOf = happened => happened is Begun begun ? [$"errand:{begun.What}"] : [],
    };

    public static void AddErrands(this IServiceCollection services) => services.AddSingleton(new EventCatalogue(
        [.. LedgerEvents.Catalogue.Types, (typeof(Begun), "errand_begun"), (typeof(Stepped), "errand_stepped")],
        [],
        LedgerEvents.Json));

    public static Request Ask(string what, Actor? actor = null) => new(what) { Actor = actor ?? TestLedger.Editor };

    public static Task<StreamOutcome<State>> BeginAsync(this TestLedger ledger, Request request, Guid? id = null) =>
        ledger.RunAsync(id, request, state => state.What == request.Asked
            ? new Decision<ErrandEvent>([], null)
            : new Begun(request.Asked));

    public static Task<StreamOutcome<State>> StepAsync(this TestLedger ledger, Guid id, Request request) =>
        ledger.RunAsync(id, request, state => state.What is null ? new NotBegun() : new Stepped(state.Steps + 1));

    public static StreamOutcome<State>.Done Done(this StreamOutcome<State> outcome) =>
        Assert.IsType<StreamOutcome<State>.Done>(outcome);

    public static T Refused<T>(this StreamOutcome<State> outcome) =>
        Assert.IsType<T>(Assert.IsType<StreamOutcome<State>.Refused>(outcome).Refusal);

    /// <summary>The kind of a stream, as its row says.</summary>
    public static async Task<string?> KindOfAsync(this TestLedger ledger, Guid id)
    {
        await using var database = NpgsqlDataSource.Create(ledger.ConnectionString);
        await using var command = database.CreateCommand("select type from events.mt_streams where id = $1");
        command.Parameters.Add(new() { Value = id });
        return (string?)await command.ExecuteScalarAsync();
    }

    private static Task<StreamOutcome<State>> RunAsync(
        this TestLedger ledger, Guid? id, Request request, Func<State, Decision<ErrandEvent>> decide) =>
        ledger.Services.GetRequiredService<StreamRunner>().RunAsync(
            Kind, id, request, Permission.EditStories, (state, _) => decide(state), CancellationToken.None);
}
