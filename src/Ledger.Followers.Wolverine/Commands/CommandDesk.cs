using System.Text.Json;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.EventStore;
using Ledger.Followers.Wolverine.Messages;
using Ledger.Formats;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Changes;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Ledger.Followers.Wolverine.Commands;

/// <summary>Runs a command for whoever its token names, as the API would.</summary>
internal sealed class CommandDesk(
    IMediator mediator, AccountStore accounts, SignInAudit audit, ILogger<CommandDesk> logger)
{
    private const string Publishing = "stories";
    private const string Scheme = "Bearer ";

    /// <summary>Carries a command out, or says why not.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="authorization">Who asks, by a token.</param>
    /// <param name="delivery">The same at each delivery of this message, and of no other.</param>
    /// <param name="correlationId">Joins its events with what led to it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<LedgerAnswer> RunAsync(
        LedgerCommand command, string? authorization, string delivery, string? correlationId,
        CancellationToken cancellationToken)
    {
        var answer = await FindActorAsync(authorization, cancellationToken) is { } actor
            ? await RunAsync(command, actor, command.Key ?? delivery, correlationId, cancellationToken)
            : Answers.Refuse("unauthenticated", "The message brings no valid token in its header 'authorization'.");
        if (answer.Result == LedgerResult.Refused)
            logger.CommandRefused(command.Change, delivery, answer.Problem, answer.Detail);

        return answer;
    }

    private async Task<LedgerAnswer> RunAsync(
        LedgerCommand command, Actor actor, string key, string? correlationId, CancellationToken cancellationToken)
    {
        try
        {
            if (command.Body.ValueKind != JsonValueKind.Object)
                throw new InputFormatException("The body must be a JSON object");

            var body = JsonSerializer.SerializeToUtf8Bytes(command.Body);
            StoryRequest request = command.Change == Publishing
                ? PublishingOf(body, actor)
                : ChangeOf(command, body, actor);
            return Answers.Of(await mediator.Send(
                request with { IdempotencyKey = key, CorrelationId = correlationId }, cancellationToken));
        }
        catch (InputFormatException e)
        {
            return Answers.Refuse("invalid-json", e.Message);
        }
        catch (WrongExpectedVersionException e)
        {
            return Answers.Of(e);
        }
    }

    private static PublishStory PublishingOf(byte[] body, Actor actor)
    {
        var file = StoryJson.Read(body);
        return new(file.Article, file.Slug) { Actor = actor, ClaimedAt = file.PublishedAt };
    }

    private static ExistingStoryRequest ChangeOf(LedgerCommand command, byte[] body, Actor actor)
    {
        var change = StoryChange.All.FirstOrDefault(known => known.Name == command.Change)
            ?? throw new InputFormatException($"There is no change '{command.Change}'; there are "
                + string.Join(", ", StoryChange.All.Select(known => known.Name).Prepend(Publishing)));
        return string.IsNullOrEmpty(command.Story)
            ? throw new InputFormatException("The command does not say which story it is about")
            : change.Read(body, actor, command.Story) with { ExpectedVersion = command.ExpectedVersion };
    }

    private async Task<Actor?> FindActorAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
            return null;

        if (await accounts.FindByTokenAsync(authorization[Scheme.Length..].Trim(), cancellationToken) is { } account)
            return account.ToActor();

        await audit.NoteRefusalAsync(
            SignInKind.TokenRefused, null, new(null, null), "wolverine", cancellationToken);
        return null;
    }
}
