using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Application.Auditing;

namespace Ledger.Hosting.Tests.Bundles;

/// <summary>Whatever is altered in a bundle, our verifier and the script find the same, and both find it.</summary>
public sealed class AlteredBundles(BundleLog log) : IClassFixture<BundleLog>
{
    // LEDGER_BUNDLES=500 for the long run.
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("LEDGER_BUNDLES") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Both_verifiers_find_the_same()
    {
        Script.SkipWithoutItsTools();
        var bundles = new List<byte[]>();
        foreach (var level in Enum.GetValues<DisclosureLevel>())
        {
            foreach (var story in new Guid?[] { null, SampleLog.Harbour, SampleLog.Market, SampleLog.Withdrawn })
                bundles.Add(await log.ExportAsync(level, story));
        }

        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var bundle = bundles[seed % bundles.Count];
            var altered = Mutation.Of(bundle, random);
            var isTrusted = random.Next(2) == 0;

            var own = await BundleLog.VerifyAsync(altered, isTrusted ? [log.Key] : []);
            var ran = await Script.RunAsync(altered, isTrusted ? [$"{log.Key}"] : []);

            var seeded = $"seed {seed}: ";
            Assert.Equal(seeded + string.Join('\n', own.Findings), seeded + string.Join('\n', ran.Findings));
            Assert.Equal(own.Findings.Count == 0 ? 0 : 1, ran.ExitCode);
            Assert.True(own.Findings.Count > 0 || Mutation.SaysTheSame(bundle, altered), $"{seeded}nothing was found");
        }
    }

    public static TheoryData<string, string, string, string> OfOneThing { get; } = new()
    {
        { "event 3", "There were 14 boats, not 40.", "It was so.", "event 3 data.note is not what was committed to" },
        { "event 3", "\"version\":3", "\"version\":4", "event 3 is not in the tree that was signed" },
        { "version 3", "\"status\":\"published\"", "\"status\":\"retracted\"",
            $"version 3 of stream {SampleLog.Harbour} is not what the events give" },
        { "version 3", "14 boats broke", "40 boats broke",
            $"version 3 of stream {SampleLog.Harbour} is not what the events give" },
        { "exposure 0", "\"seconds\":7323", "\"seconds\":7",
            "the exposure of claim 0 of event 3 is not what the events give" },
        { "policy", "\"lateAfterDays\":7", "\"lateAfterDays\":8", "the policy is not the one that was adopted last" },
        { "end", "\"lines\":", "\"lines\":1", "the last line does not count the lines before it" },
    };

    [Theory]
    [MemberData(nameof(OfOneThing))]
    public async Task The_very_thing_is_named(string line, string from, string to, string finding)
    {
        var lines = BundleLog.Text(await log.ExportAsync(DisclosureLevel.Public, SampleLog.Harbour)).Split('\n');
        var at = Array.FindIndex(lines, of => Names(of, line));
        Assert.Contains(from, lines[at], StringComparison.Ordinal);
        lines[at] = lines[at].Replace(from, to, StringComparison.Ordinal);

        var bundle = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        Assert.Equal(finding, (await BundleLog.VerifyAsync(bundle, log.Key)).Findings[0]);
    }

    [Fact]
    public async Task What_is_left_out_of_a_whole_log_is_missed()
    {
        var lines = BundleLog.Text(await log.ExportAsync(DisclosureLevel.Court, null)).Split('\n');
        var report = Array.FindIndex(lines, line => line.Contains("report_closed", StringComparison.Ordinal));
        var position = JsonNode.Parse(lines[report])!["leaf"]!["position"]!.GetValue<long>();
        var bundle = Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, i) => i != report)));

        var size = SampleLog.HarbourLife.Count + SampleLog.MarketLife.Count + SampleLog.WithdrawnLife.Count + 4;
        Assert.Equal(
            [
                $"the bundle lacks 1 of the {size} events, first the one at position {position}",
                "the last line does not count the lines before it",
            ],
            (await BundleLog.VerifyAsync(bundle, log.Key)).Findings);
    }

    private static bool Names(string line, string name)
    {
        if (line.Length == 0 || name.Split(' ') is not [var kind, .. var number])
            return false;

        var json = JsonNode.Parse(line)!;
        return json["kind"]!.GetValue<string>() == kind && (number is not [var wanted]
            || wanted == (json["leaf"]?["position"] ?? json["revision"] ?? json["claim"])!.ToJsonString());
    }
}
