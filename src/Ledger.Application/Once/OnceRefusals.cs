using System.Globalization;
using Ledger.Domain;

namespace Ledger.Application.Once;

public sealed record IdempotencyKeyReused() : Refusal("idempotency-key-reused",
    "This idempotency key was used for another request; a new request needs a key of its own.");

public sealed record InvalidIdempotencyKey() : Refusal("invalid-idempotency-key", string.Create(
    CultureInfo.InvariantCulture,
    $"An idempotency key is 1 to {CommandIds.MostCharacters} characters of ASCII that can be printed."));
