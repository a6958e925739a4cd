using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Domain.Policies;

namespace Ledger.Formats.Changes;

/// <summary>The house policy as a file: the whole of it, with an optional <c>reason</c> beside.</summary>
public sealed record PolicyFile(HousePolicy Policy, string? Reason);

/// <summary>Reads and writes the file of a policy.</summary>
public static class PolicyJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="InputFormatException">It is not JSON, or not a whole policy.</exception>
    public static PolicyFile Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Shape>(utf8.Span, Options)
                ?? throw new InputFormatException("The policy is null", null, null);
            return new(file.Policy, file.Reason);
        }
        catch (JsonException e)
        {
            // The serializer's own sentences name types of the program.
            var where = string.IsNullOrEmpty(e.Path) || e.Path == "$" ? "" : $", at '{e.Path.TrimStart('$', '.')}'";
            throw new InputFormatException(
                $"This is not a whole policy as 'ledger policy show' prints it{where}",
                (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
    }

    public static string Write(HousePolicy policy) =>
        JsonSerializer.Serialize(new { policy }, Options);

    private sealed record Shape(HousePolicy Policy, string? Reason = null);
}
