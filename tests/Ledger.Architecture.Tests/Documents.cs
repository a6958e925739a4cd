using System.Text.RegularExpressions;

namespace Ledger.Architecture.Tests;

/// <summary>The documents speak of what is there.</summary>
public sealed partial class Documents
{
    private static readonly string[] All = [.. Repository.Files(".md")];

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var broken = All.SelectMany(document => Links().Matches(Repository.Read(document))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target)))
            .Select(target => $"{document}: {target}"));

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_source_file_that_a_document_names_exists()
    {
        var names = Repository.Files().Select(path => "/" + path).ToList();
        var unknown = All.SelectMany(document => FileNames().Matches(Repository.Read(document))
            .Select(match => match.Groups[1].Value)
            .Where(name => !names.Exists(path => path.EndsWith("/" + name, StringComparison.Ordinal)))
            .Select(name => $"{document}: {name}"));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var numbers = Repository.Files(".md").Where(path => path.StartsWith("ops/decisions/", StringComparison.Ordinal))
            .Select(path => int.Parse(Path.GetFileName(path)[..4], System.Globalization.CultureInfo.InvariantCulture))
            .Order();

        Assert.Equal(Enumerable.Range(1, numbers.Count()), numbers);
    }

    [Fact]
    public void What_the_readme_leaves_to_the_checks_is_run_by_them()
    {
        var run = Repository.Read(".ci/run");
        Assert.All(["./ops/demo --check", "./ops/test"], command =>
        {
            Assert.Contains(command, run, StringComparison.Ordinal);
            Assert.Contains(command, Repository.Read("README.md"), StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`([\w./-]+\.(?:cs|sql|cshtml|css|sh))`")]
    private static partial Regex FileNames();
}
