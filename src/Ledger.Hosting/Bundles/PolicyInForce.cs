using System.Text.Json;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Bundles;

/// <summary>The house policy that a bundle says is in force: the one that was adopted last, or the default.</summary>
internal sealed class PolicyInForce
{
    /// <summary>The value of <c>kind</c>.</summary>
    public const string Kind = "policy";

    private const string Adopted = "policy_adopted";

    private BundleEvent? last;
    private bool isDoubtful;

    public bool IsAdopted => last is not null;

    /// <summary>Looks whether a sound event adopts a policy later than those before.</summary>
    public void Consider(BundleEvent e)
    {
        if (e.Type == Adopted && e.Find("data", "policy") is not null
            && e.Position > (last?.Position ?? 0))
            last = e;
    }

    /// <summary>Says that an event which may adopt a policy is not sound, so that nothing is known of it.</summary>
    public void Doubt(BundleEvent e) => isDoubtful |= e.Type == Adopted;

    /// <summary>What is wrong with the line; where no policy was adopted, nothing says what the default is.</summary>
    public IEnumerable<string> Check(JsonElement line)
    {
        var policy = line.TryGetProperty("policy", out var stated) ? stated : default;
        if (policy.ValueKind != JsonValueKind.Object)
            throw new FormatException("The line names no policy.");

        return isDoubtful
            || BundleLine.Canonical(line).AsSpan()
                .SequenceEqual(BundleLine.Canonical(BundleLine.Read(ToBytes(policy))))
            ? []
            : ["the policy is not the one that was adopted last"];
    }

    /// <summary>The line without its line feed.</summary>
    /// <param name="otherwise">What holds where none was adopted.</param>
    public byte[] ToBytes(JsonElement otherwise)
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteNumber("version", last?.Version ?? 0);
            if (last is not null)
                json.WriteNumber("event", last.Position);

            json.WritePropertyName("policy");
            (last?.Find("data", "policy") ?? otherwise).WriteTo(json);
            json.WriteEndObject();
        }

        return to.ToArray();
    }
}
