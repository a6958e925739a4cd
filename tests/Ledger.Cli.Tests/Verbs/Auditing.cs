using System.Text;
using Ledger.Cli.Tests.Running;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Changes that came into the log past the rules are found, and only those.</summary>
public sealed class Auditing(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task Every_change_is_classed_again_from_the_log_alone()
    {
        var slug = await shared.PublishAsync();
        var file = shared.Folder.Write("audited.json", Sample.Story.Replace("dawn", "noon", StringComparison.Ordinal));
        await shared.Program.DoneAsync("revise", slug, file, "--kind", "update", "--reason", "The time");

        Assert.StartsWith("unexplained changes: 0\n", (await shared.Program.DoneAsync("audit", "changes")).Output,
            StringComparison.Ordinal);
        Assert.Contains("unexplained changes: 0\n", (await shared.Program.DoneAsync("status")).Output,
            StringComparison.Ordinal);

        var revised = (ArticleRevised)(await shared.LastEventAsync()).Data;
        var refused = await shared.Program.RunAsync(
            Encoding.UTF8.GetBytes(Sample.Story.Replace("dawn", "dusk", StringComparison.Ordinal)),
            "revise", slug, "-", "--kind", "minor-fix");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("a second person must approve it", refused.Errors, StringComparison.Ordinal);
        Assert.NotEmpty(revised.Substance!.Flags);
    }
}
