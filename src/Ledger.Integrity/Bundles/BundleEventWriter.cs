using System.Text.Json;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Bundles;

/// <summary>What a leaf commits to, with the salts of its commitments.</summary>
/// <param name="Leaf">The leaf: canonical JSON in UTF-8.</param>
/// <param name="Salts">One for each commitment of the leaf, in its order.</param>
public sealed record CommittedEvent(
    ReadOnlyMemory<byte> Leaf, EventContext Context, JsonElement Data, JsonElement Headers, ReadOnlyMemory<byte> Salts);

/// <summary>Writes the line of an event, with what a level shows of it and nothing that would tell the rest.</summary>
public static class BundleEventWriter
{
    /// <param name="shows">Whether a member is shown, by the part of the leaf and its name.</param>
    /// <param name="proof">Null in a bundle of the whole log.</param>
    public static void Write(
        Utf8JsonWriter to, CommittedEvent e, Func<string, string, bool> shows, IReadOnlyList<TreeHash>? proof)
    {
        to.WriteStartObject();
        to.WriteString("kind", BundleEvent.Kind);
        to.WritePropertyName("leaf");
        to.WriteRawValue(e.Leaf.Span, skipInputValidation: true);
        WriteShown(to, e, shows);
        if (proof is not null)
        {
            to.WriteStartArray("proof");
            foreach (var hash in proof)
                to.WriteStringValue(hash.ToBase64());

            to.WriteEndArray();
        }

        to.WriteEndObject();
    }

    private static void WriteShown(Utf8JsonWriter to, CommittedEvent e, Func<string, string, bool> shows)
    {
        // Salts stand in the order of the commitments: context, data, headers, and in each that of the names.
        var salts = e.Salts;
        to.WriteStartObject("shown");
        to.WriteStartObject("context");
        WriteText("actor", e.Context.Actor);
        WriteText("causationId", e.Context.CausationId);
        WriteText("correlationId", e.Context.CorrelationId);
        to.WriteEndObject();
        WriteMembers("data", e.Data);
        WriteMembers("headers", e.Headers);
        to.WriteEndObject();

        void WriteText(string name, string? value)
        {
            if (value is null)
                return;

            var salt = TakeSalt();
            if (shows("context", name))
                WriteMember(to, name, salt, json => json.WriteStringValue(value));
        }

        void WriteMembers(string part, JsonElement value)
        {
            to.WriteStartObject(part);
            foreach (var member in value.ValueKind == JsonValueKind.Object ? CanonicalJson.Members(value) : [])
            {
                var salt = TakeSalt();
                if (shows(part, member.Name))
                    WriteMember(to, member.Name, salt, member.Value.WriteTo);
            }

            to.WriteEndObject();
        }

        ReadOnlyMemory<byte> TakeSalt()
        {
            var salt = salts[..Commitments.SaltLength];
            salts = salts[Commitments.SaltLength..];
            return salt;
        }
    }

    private static void WriteMember(
        Utf8JsonWriter to, string name, ReadOnlyMemory<byte> salt, Action<Utf8JsonWriter> writeValue)
    {
        to.WriteStartObject(name);
        to.WriteBase64String("salt", salt.Span);
        to.WritePropertyName("value");
        writeValue(to);
        to.WriteEndObject();
    }
}
