using System.Text.Json;
using Ledger.Application.People;
using Ledger.EventStore;
using Ledger.Followers.Tests.Following;
using Ledger.Followers.Wolverine;
using Ledger.Followers.Wolverine.Commands;
using Ledger.Followers.Wolverine.Messages;
using Ledger.Hosting.Accounts;
using Ledger.Testing;
using Wolverine;
using Wolverine.Postgresql;

namespace Ledger.Followers.Tests.Wolverine;

/// <summary>Commands that another program sends by Wolverine.</summary>
public sealed class CommandsTests
{
    private const string Story = """
        {
          "headline": "Lantern fair moves to the west quay", "language": "en", "section": "Harbour",
          "blocks": [{ "id": "p1", "type": "paragraph", "text": "The fair has seven boats this year." }]
        }
        """;

    private const string Correction = """
        {
          "class": "factual-error", "wrong": "seven boats", "right": "eight boats",
          "note": "An earlier version misstated the number of boats. It is eight, not seven."
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly WolverineSettings Commands = new() { Events = false };

    [Fact]
    public async Task A_story_is_published_and_corrected_by_whoever_the_token_names_and_the_answer_is_what_came_of_it()
    {
        await using var log = await Log.CreateAsync();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, Commands);
        await using var newsroom = await StartNewsroomAsync(log);
        var token = await TokenAsync(host, Role.Editor);

        var published = await AskAsync(newsroom, Of("stories", Story), token);
        var corrected = await AskAsync(
            newsroom, Of("corrections", Correction) with { Story = published.Slug, ExpectedVersion = 1 }, token);

        Assert.Equal(
            (LedgerResult.Done, "lantern-fair-moves-to-the-west-quay", 1L, 1L, 1, true),
            (published.Result, published.Slug, published.Version, published.Position, published.Revision,
                published.Changed));
        Assert.Equal((LedgerResult.Done, published.Story, 2L, 2), (
            corrected.Result, corrected.Story, corrected.Version, corrected.Revision));
        var logged = await LogOfAsync(host);
        Assert.Equal(["story_published", "correction_issued"], logged.Select(recorded => recorded.Type));
        Assert.All(logged, recorded => Assert.Equal("user:edith", recorded.Metadata.Actor));
        Assert.NotNull(corrected.Correction);
        Assert.Equal(corrected.Position, logged[^1].Position);
    }

    [Theory]
    [InlineData(null, "unauthenticated")]
    [InlineData("ldg_0000000000000000000000000000000000000000000", "unauthenticated")]
    [InlineData("reader", "not-allowed")]
    [InlineData("other desk", "other-desk")]
    [InlineData("read only", "not-allowed")]
    [InlineData("revoked", "unauthenticated")]
    public async Task Nobody_writes_who_may_not(string? who, string problem)
    {
        await using var log = await Log.CreateAsync();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, Commands);
        await using var newsroom = await StartNewsroomAsync(log);
        var token = who switch
        {
            "reader" => await TokenAsync(host, Role.Reader),
            "other desk" => await TokenAsync(host, Role.Editor, desk: "Sport"),
            "read only" => await TokenAsync(host, Role.Editor, scope: Scope.Read),
            "revoked" => await RevokedAsync(host),
            _ => who,
        };

        var answer = await AskAsync(newsroom, Of("stories", Story), token);

        Assert.Equal((LedgerResult.Refused, problem), (answer.Result, answer.Problem));
        Assert.NotEmpty(answer.Detail!);
        Assert.Empty(await LogOfAsync(host));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_one_sentence_and_nothing_is_written()
    {
        await using var log = await Log.CreateAsync();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, Commands);
        await using var newsroom = await StartNewsroomAsync(log);
        var token = await TokenAsync(host, Role.Editor);
        var story = (await AskAsync(newsroom, Of("stories", Story), token)).Slug;

        var stale = await AskAsync(
            newsroom, Of("corrections", Correction) with { Story = story, ExpectedVersion = 7 }, token);
        var wrong = await AskAsync(
            newsroom, Of("corrections", """{ "class": "factual-error" }""") with { Story = story }, token);
        var nowhere = await AskAsync(newsroom, Of("corrections", Correction) with { Story = "no-such-story" }, token);
        var nameless = await AskAsync(newsroom, Of("corrections", Correction), token);
        var unknown = await AskAsync(newsroom, Of("poems", "{}") with { Story = story }, token);
        var bodiless = await AskAsync(newsroom, Of("stories", "[]"), token);

        Assert.Equal(
            ("stale-version", 1L, "The command expects version 7, but the story is at 1."),
            (stale.Problem, stale.Version, stale.Detail));
        Assert.Equal(
            ["note-required", "story-not-found", "invalid-json", "invalid-json", "invalid-json"],
            new[] { wrong, nowhere, nameless, unknown, bodiless }.Select(answer => answer.Problem));
        Assert.Equal("The command does not say which story it is about.", nameless.Detail);
        Assert.StartsWith("There is no change 'poems'; there are stories, ", unknown.Detail, StringComparison.Ordinal);
        Assert.Single(await LogOfAsync(host));
    }

    [Fact]
    public async Task What_is_delivered_or_sent_twice_is_done_once()
    {
        await using var log = await Log.CreateAsync();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, Commands);
        await using var newsroom = await StartNewsroomAsync(log);
        var token = await TokenAsync(host, Role.Editor);
        var named = Of("stories", Story) with { Key = "fair-1" };

        var first = await AskAsync(newsroom, named, token);
        var second = await AskAsync(newsroom, named, token);

        // The same message again: the process died after the command, and before Wolverine noted that it was handled.
        var desk = host.Get<CommandDesk>();
        var correction = Of("corrections", Correction) with { Story = first.Slug };
        var once = await desk.RunAsync(correction, $"Bearer {token}", "message-1", null, Log.Token);
        var again = await desk.RunAsync(correction, $"Bearer {token}", "message-1", null, Log.Token);

        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(once with { Repeated = true }, again);
        Assert.Equal(2, (await LogOfAsync(host)).Count);
    }

    [Fact]
    public async Task Who_wants_no_answer_gets_none_and_what_waited_for_the_ledger_is_done_when_it_is_there()
    {
        await using var log = await Log.CreateAsync();
        string token;
        await using (var before = await MessagingHost.StartAsync(log.ConnectionString, Commands))
            token = await TokenAsync(before, Role.Editor);

        await using var newsroom = await StartNewsroomAsync(log);
        await newsroom.WithBusAsync(async bus =>
        {
            await bus.PublishAsync(Of("stories", Story), Signed(token));
            return true;
        });
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, Commands);

        await Eventually.IsTrueAsync(async () => (await LogOfAsync(host)).Count == 1);
    }

    private static LedgerCommand Of(string change, string body) =>
        new(change, JsonDocument.Parse(body).RootElement.Clone());

    private static DeliveryOptions Signed(string? token)
    {
        var options = new DeliveryOptions();
        return token is null ? options : options.WithHeader("authorization", $"Bearer {token}");
    }

    private static Task<OtherProgram> StartNewsroomAsync(Log log) =>
        OtherProgram.StartAsync(log.ConnectionString, options =>
        {
            options.PublishMessage<LedgerCommand>().ToPostgresqlQueue("ledger_commands").UseDurableOutbox();
            options.ListenToPostgresqlQueue("newsroom_answers").UseForReplies();
        });

    private static Task<LedgerAnswer> AskAsync(OtherProgram newsroom, LedgerCommand command, string? token) =>
        newsroom.WithBusAsync(bus =>
            bus.InvokeAsync<LedgerAnswer>(command, Signed(token), Log.Token, Patience));

    private static async Task<string> TokenAsync(
        MessagingHost host, Role role, string? desk = null, Scope scope = Scope.Write) =>
        (await MakeTokenAsync(host, role, desk, scope)).Text;

    private static async Task<string> RevokedAsync(MessagingHost host)
    {
        var token = await MakeTokenAsync(host, Role.Editor, null, Scope.Write);
        await host.Get<AccountStore>().RevokeTokenAsync(token.Id, null, Origin.Program, Log.Token);
        return token.Text;
    }

    private static async Task<NewToken> MakeTokenAsync(MessagingHost host, Role role, string? desk, Scope scope)
    {
        var accounts = host.Get<AccountStore>();
        await accounts.AddAsync(
            new("edith", "Edith Editor", [role]) { Desks = desk is null ? [] : [desk] }, Origin.Program, Log.Token);
        return await accounts.CreateTokenAsync(
            new("edith", "newsroom", null) { Scopes = [scope] }, Origin.Program, Log.Token);
    }

    private static async Task<IReadOnlyList<RecordedEvent>> LogOfAsync(MessagingHost host) =>
        await host.Get<IEventStore>().ReadAllAsync(0, limit: null, Log.Token).ToListAsync(Log.Token);
}
