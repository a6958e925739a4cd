using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Ledger.Benchmarks.Tests;

public sealed class RuntimeOptions
{
    [Fact]
    public void What_is_measured_runs_with_the_options_of_the_product()
    {
        var product = OptionsOf("src/Ledger.Cli/Ledger.Cli.csproj");

        Assert.NotEmpty(product);
        Assert.Equal(product, OptionsOf("tests/Ledger.Benchmarks/Ledger.Benchmarks.csproj"));
    }

    private static List<(string Name, string Value)> OptionsOf(string project) =>
    [
        .. XDocument.Load(Path.Combine(Root(), project)).Descendants("RuntimeHostConfigurationOption")
            .Select(option => (option.Attribute("Include")!.Value, option.Attribute("Value")!.Value))
            .Order(),
    ];

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
