using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ledger.Application.Auditing;

namespace Ledger.Application.Tests.Auditing;

/// <summary>Who is shown which member of which event: whoever adds one sees here whom it is told to.</summary>
public sealed class DisclosureTable
{
    [Fact]
    public void Every_member_of_every_event_is_told_to_whom_it_was_agreed()
    {
        var table = string.Concat(Members().Select(member =>
            $"{member.Type}.{member.Name} {FirstToSee(member.Type, "data", member.Name)}\n"));
        string[] headers = ["actor", "actorName", "claimedAt", "importedRevision", "reason"];
        var beside = string.Concat(headers.Select(name =>
            $"headers.{name} {FirstToSee("story_published", "headers", name)}\n"));
        var context = string.Concat(new[] { "actor", "causationId", "correlationId" }.Select(name =>
            $"context.{name} {FirstToSee("story_published", "context", name)}\n"));

        // LEDGER_UPDATE_GOLDEN writes it anew, for somebody to read.
        if (Environment.GetEnvironmentVariable("LEDGER_UPDATE_GOLDEN") is not null)
            File.WriteAllText(Golden, table + beside + context);

        Assert.Equal(File.ReadAllText(Golden), table + beside + context);
    }

    [Fact]
    public void Courts_see_what_regulators_see_and_these_what_readers_see() => Assert.All(Members(), member =>
    {
        var seen = Enum.GetValues<DisclosureLevel>()
            .Select(level => Disclosure.Shows(level, member.Type, "data", member.Name)).ToList();
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen[^1]);
    });

    private static string Golden { get; } = FolderOf() + "/disclosure.golden.txt";

    private static string FirstToSee(string type, string part, string name) =>
        Enum.GetValues<DisclosureLevel>().First(level => Disclosure.Shows(level, type, part, name)).ToString()
            .ToLowerInvariant();

    private static IEnumerable<(string Type, string Name)> Members() =>
        from pair in LedgerEvents.Catalogue.Types
        from property in pair.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let name = JsonNamingPolicy.CamelCase.ConvertName(property.Name)
        orderby pair.Alias, name
        select (pair.Alias, name);

    private static string FolderOf([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
