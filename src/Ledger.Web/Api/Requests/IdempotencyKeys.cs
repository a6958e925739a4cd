using Ledger.Web.Api.Problems;

namespace Ledger.Web.Api.Requests;

/// <summary>The name under which a caller sends a write again without doing it twice.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    /// <summary>On the answer to a request that was carried out before: <c>true</c>.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>
    /// The key, without the quotes that it has as a structured field (RFC 9651); null where there is none. What else a
    /// key must be is a rule of the application.
    /// </summary>
    /// <exception cref="ProblemException">There are several, or its quotes and backslashes do not fit.</exception>
    public static string? Of(HttpRequest request)
    {
        var values = request.Headers[Header];
        return values.Count switch
        {
            0 => null,
            1 => Read((values[0] ?? "").Trim()),
            _ => throw Malformed(),
        };
    }

    private static string Read(string value) =>
        !value.StartsWith('"') ? value
        : value.Length > 1 && value.EndsWith('"') ? Unescape(value[1..^1])
        : throw Malformed();

    private static string Unescape(string quoted)
    {
        var key = new char[quoted.Length];
        var length = 0;
        for (var at = 0; at < quoted.Length; at++)
        {
            var isEscaped = quoted[at] == '\\';
            if (isEscaped)
                at++;

            if (at == quoted.Length || quoted[at] is '"' or '\\' != isEscaped)
                throw Malformed();

            key[length++] = quoted[at];
        }

        return new(key, 0, length);
    }

    private static ProblemException Malformed() => new(
        ProblemTypes.Of("invalid-idempotency-key"), "Idempotency-Key must be one key, such as \"8e03978e\".");
}
