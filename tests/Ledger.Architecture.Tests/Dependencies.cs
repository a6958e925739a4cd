using System.Reflection;
using System.Xml.Linq;

namespace Ledger.Architecture.Tests;

/// <summary>Who may see whom: held by the project files and by what is compiled.</summary>
public sealed class Dependencies
{
    /// <summary>For each project, the projects of ours and the packages that it names itself.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["Ledger.Text"] = ([], ["DiffPlex"]),
        ["Ledger.Domain"] = (["Ledger.Text"], []),
        ["Ledger.EventStore"] = ([], []),
        ["Ledger.Integrity"] = ([], []),
        ["Ledger.Formats"] = (["Ledger.Domain"], ["AngleSharp"]),
        ["Ledger.EventStore.Postgres"] =
            (["Ledger.EventStore", "Ledger.Integrity"], ["Npgsql", "Microsoft.Extensions.Logging.Abstractions"]),
        ["Ledger.EventStore.Marten"] = (["Ledger.EventStore.Postgres"], ["Marten"]),
        ["Ledger.Application"] = (
            ["Ledger.Domain", "Ledger.EventStore"],
            ["MediatR", "Microsoft.Extensions.Caching.Memory", "Microsoft.Extensions.Logging.Abstractions"]),
        ["Ledger.Projections"] =
            (["Ledger.Domain", "Ledger.EventStore"], ["Npgsql", "Microsoft.Extensions.Logging.Abstractions"]),
        ["Ledger.Followers"] = (
            ["Ledger.Domain", "Ledger.EventStore", "Ledger.Integrity", "Ledger.Projections"],
            ["Npgsql", "Microsoft.Extensions.Logging.Abstractions"]),
        ["Ledger.Hosting"] = (
            [
                "Ledger.Application", "Ledger.EventStore.Marten", "Ledger.EventStore.Postgres", "Ledger.Followers",
                "Ledger.Formats", "Ledger.Projections",
            ],
            ["Scrutor"]),
        ["Ledger.Followers.Wolverine"] = (["Ledger.Hosting"], ["WolverineFx.Postgresql"]),
        ["Ledger.Web"] = (
            ["Ledger.Followers.Wolverine", "Ledger.Hosting"],
            ["Markdig", "Microsoft.AspNetCore.OpenApi", "Microsoft.IdentityModel.JsonWebTokens"]),
        ["Ledger.Cli"] = (["Ledger.Web"], ["System.CommandLine"]),
        ["Stores"] = ([], ["Marten", "WolverineFx.Postgresql"]),
    };

    /// <summary>Namespaces that must not even be reached through somebody else's reference.</summary>
    private static readonly Dictionary<string, string[]> Forbidden = new()
    {
        ["Ledger.Application"] =
        [
            "Npgsql", "Microsoft.AspNetCore", "Ledger.Projections", "Ledger.EventStore.Postgres",
            "Ledger.EventStore.Marten", "Marten",
        ],
        ["Ledger.Projections"] = ["Microsoft.AspNetCore", "Ledger.Application", "MediatR", "Marten"],
        ["Ledger.Followers"] =
            ["Microsoft.AspNetCore", "Ledger.Application", "Ledger.EventStore.Postgres", "Wolverine"],
        ["Ledger.Domain"] = ["Npgsql", "Microsoft", "MediatR", "Ledger.EventStore", "System.IO.FileSystem"],
        ["Ledger.Text"] = ["Npgsql", "Microsoft", "MediatR", "Ledger.Domain", "System.IO.FileSystem", "System.Net"],
        ["Ledger.EventStore"] = ["Npgsql", "Microsoft", "MediatR", "Ledger.Domain"],
    };

    public static TheoryData<string> Projects { get; } =
        [.. Repository.Files(".csproj").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_what_the_table_allows(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not in the dependency table.");

        var project = XDocument.Parse(Repository.Read(path));
        var projects = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        var packages = project.Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value);

        Assert.Empty(projects.Except(allowed.Projects));
        Assert.Empty(packages.Except(allowed.Packages));
    }

    [Theory]
    [InlineData("Ledger.Application")]
    [InlineData("Ledger.Projections")]
    [InlineData("Ledger.Followers")]
    [InlineData("Ledger.Domain")]
    [InlineData("Ledger.Text")]
    [InlineData("Ledger.EventStore")]
    public void A_compiled_project_does_not_reach_around_the_table(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(references, reference => IsForbidden(name, reference));
    }

    [Fact]
    public void Projections_know_events_and_never_the_decider()
    {
        var offenders = Repository.Files(".cs")
            .Where(path => path.StartsWith("projections/", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains("StoryDecider", StringComparison.Ordinal)
                || Repository.Read(path).Contains("StoryCommand", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_hosting_names_a_concrete_store()
    {
        var offenders = Repository.Files(".cs")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal)
                || path.StartsWith("projections/", StringComparison.Ordinal))
            .Where(path => !path.StartsWith("src/Ledger.EventStore.", StringComparison.Ordinal)
                && !path.StartsWith("src/Ledger.Hosting/", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains("PostgresEventStore", StringComparison.Ordinal)
                || Repository.Read(path).Contains("MartenEventStore", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    private static bool IsForbidden(string project, string reference) =>
        Forbidden[project].Any(prefix =>
            reference == prefix || reference.StartsWith(prefix + ".", StringComparison.Ordinal));
}
