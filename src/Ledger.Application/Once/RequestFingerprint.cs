using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ledger.Application.Once;

/// <summary>A hash of what a request asks for, by which a request sent again is told from another one.</summary>
/// <remarks>
/// It covers the kind of request, what it is about, the version expected and every field of the change. It leaves out
/// who asks and under which key, since the command's name has both, and the times and ids that differ from one sending
/// to the next. Members stand in the order of their names and absent ones are left out, so that a later version of the
/// program finds the same hash when it has learned a new member.
/// </remarks>
internal static class RequestFingerprint
{
    private static readonly HashSet<string> LeftOut = new(
        new[]
        {
            nameof(CommandRequest.Actor), nameof(CommandRequest.IdempotencyKey), nameof(CommandRequest.ClaimedAt),
            nameof(CommandRequest.CorrelationId),
        }.Select(JsonNamingPolicy.CamelCase.ConvertName),
        StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Canonical = new(LedgerEvents.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Order } },
    };

    /// <summary>SHA-256, 32 bytes.</summary>
    public static byte[] Of(CommandRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request.GetType().Name, Canonical));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Canonical));
        return hash.GetHashAndReset();
    }

    private static void Order(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;

        var isRequest = type.Type.IsAssignableTo(typeof(CommandRequest));
        var members = type.Properties
            .Where(member => !(isRequest && LeftOut.Contains(member.Name)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToList();
        type.Properties.Clear();
        foreach (var member in members)
            type.Properties.Add(member);
    }
}
