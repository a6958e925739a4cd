using System.Text.RegularExpressions;

namespace Ledger.Architecture.Tests;

/// <summary>What holds for the text of every source file.</summary>
public sealed partial class SourceFiles
{
    private const int MostLines = 300;
    private const int LongestLine = 120;

    private static readonly string[] Code = [".cs", ".sql", ".cshtml", ".css"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Assert.DoesNotContain(Repository.Files(Code), path => Repository.Read(path).Split('\n').Length - 1 > MostLines);

    [Fact]
    public void No_line_of_code_is_longer_than_120_characters()
    {
        var tooLong = Repository.Files(".cs", ".sql")
            .SelectMany(path => Repository.Read(path).Split('\n')
                .Select((line, index) => (At: $"{path}:{index + 1}", line.Length)))
            .Where(line => line.Length > LongestLine)
            .Select(line => line.At);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later()
    {
        var offenders = Repository.Files([.. Code, ".sh"])
            .Where(path => !path.EndsWith("SourceFiles.cs", StringComparison.Ordinal))
            .Where(path => Unfinished().IsMatch(Repository.Read(path)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Sql_takes_its_values_as_parameters()
    {
        var offenders = Repository.Files(".cs")
            .Where(path => !path.StartsWith("tests/", StringComparison.Ordinal))
            .Where(path => InterpolatedSql().IsMatch(Repository.Read(path)));

        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex("""\$@?"+\s*(select|insert|update|delete|drop|alter|create)\s""", RegexOptions.IgnoreCase)]
    private static partial Regex InterpolatedSql();
}
