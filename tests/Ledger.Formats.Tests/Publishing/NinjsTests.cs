using System.Text.Json;
using Ledger.Formats.Ninjs;

namespace Ledger.Formats.Tests.Publishing;

/// <summary>
/// ninjs is held to the members and words of the published schema, 3.1 of http://www.iptc.org/std/ninjs/, and of ours.
/// </summary>
public sealed class NinjsTests
{
    private static readonly Dictionary<string, string[]> Members = new()
    {
        [""] =
        [
            "uri", "type", "representationType", "version", "firstCreated", "versionCreated", "pubStatus", "edNote",
            "language", "located", "title", "by", "headlines", "descriptions", "bodies", "people", "infoSources",
            "subjects", "associations", "altIds", "trustIndicators", "standard", "corrections",
        ],
        ["headlines"] = ["role", "contentType", "value"],
        ["descriptions"] = ["role", "contentType", "value"],
        ["bodies"] = ["role", "contentType", "charCount", "wordCount", "value"],
        ["people"] = ["name", "rel", "uri", "literal", "contactInfo"],
        ["infoSources"] = ["name", "role", "uri", "literal", "contactInfo"],
        ["subjects"] = ["name", "rel", "uri", "literal", "creator", "relevance", "confidence"],
        ["associations"] = ["name", "uri", "rel", "type", "by", "descriptions", "renditions"],
        ["altIds"] = ["role", "value"],
        ["trustIndicators"] = ["role", "title", "href"],
        ["standard"] = ["name", "version", "schema"],
        ["renditions"] = ["name", "href"],
    };

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Each_state_is_written_as_it_was_agreed(string state) =>
        Golden.Holds($"{state}.ninjs.json", NinjsJson.Write(Sample.Of(state)));

    [Fact]
    public void The_schema_of_the_extension_is_as_it_was_agreed() => Golden.Holds(
        "ninjs-corrections.schema.json",
        NinjsCorrections.WriteSchema("https://news.example" + NinjsJson.SchemaPath));

    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void It_has_no_member_that_the_schemas_do_not_know(string state)
    {
        using var json = JsonDocument.Parse(NinjsJson.Write(Sample.Of(state)));
        using var schema = JsonDocument.Parse(NinjsCorrections.WriteSchema("https://news.example/schema"));
        var items = schema.RootElement.GetProperty("properties").GetProperty("corrections").GetProperty("items");
        var known = items.GetProperty("properties").EnumerateObject().Select(member => member.Name).ToList();
        var root = json.RootElement;

        Hold(root, "");
        Assert.Contains(root.GetProperty("pubStatus").GetString(), new[] { "usable", "withheld", "canceled" });
        Assert.Contains(root.GetProperty("representationType").GetString(), new[] { "full", "partial" });
        Assert.Equal(JsonValueKind.String, root.GetProperty("version").ValueKind);
        Assert.All(root.GetProperty("associations").EnumerateArray(), association =>
            Assert.True(Uri.IsWellFormedUriString(association.GetProperty("uri").GetString(), UriKind.Absolute)));
        Assert.All(root.GetProperty("corrections").EnumerateArray(), correction =>
            Assert.Equal(known, correction.EnumerateObject().Select(member => member.Name)));
    }

    private static void Hold(JsonElement element, string name)
    {
        foreach (var member in element.EnumerateObject())
        {
            Assert.Contains(member.Name, Members[name]);
            if (member.Name == "corrections")
                continue;

            if (member.Value.ValueKind == JsonValueKind.Array)
                Assert.All(member.Value.EnumerateArray(), item => Hold(item, member.Name));
            else if (member.Value.ValueKind == JsonValueKind.Object)
                Hold(member.Value, member.Name);
        }
    }
}
