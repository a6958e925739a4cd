using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Application.Auditing;
using Ledger.Hosting.Bundles;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Tests.Bundles;

public sealed class GoodBundles(BundleLog log) : IClassFixture<BundleLog>
{
    public static TheoryData<DisclosureLevel, string> All { get; } = new(
        from level in Enum.GetValues<DisclosureLevel>()
        from story in new[] { "", $"{SampleLog.Harbour}", $"{SampleLog.Market}", $"{SampleLog.Withdrawn}" }
        select (level, story));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Both_verifiers_take_them(DisclosureLevel level, string story)
    {
        var bundle = await log.ExportAsync(level, story.Length == 0 ? null : Guid.Parse(story));

        var own = await BundleLog.VerifyAsync(bundle, log.Key);
        Assert.Empty(own.Findings);
        Assert.True(own.HasAdoptedPolicy);
        Assert.Equal(own.Events, Lines(bundle, "event").Count());
        Assert.Equal(own.Versions, Lines(bundle, "version").Count());
        Assert.Equal(own.Exposures, Lines(bundle, "exposure").Count());

        Script.SkipWithoutItsTools();
        var ran = await Script.RunAsync(bundle, $"{log.Key}");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        Assert.Contains($"Held: {own.Events} of {own.Size} events of '{BundleLog.Origin}'", ran.Output,
            StringComparison.Ordinal);
        Assert.Contains($"Held: {own.Versions} versions and {own.Exposures} exposures", ran.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("whether the key is that of", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_of_a_story_has_its_events_its_versions_and_the_policies()
    {
        var bundle = await log.ExportAsync(DisclosureLevel.Public, SampleLog.Harbour);

        Assert.Equal(SampleLog.HarbourLife.Count + 2, Lines(bundle, "event").Count());
        Assert.Equal(SampleLog.HarbourLife.Count - 1, Lines(bundle, "version").Count());
        var first = Lines(bundle, "version").First();
        Assert.StartsWith("Harbour wall gives way at Port Ellery\n\nNobody was hurt", first.GetProperty("text")
            .GetString(), StringComparison.Ordinal);
        var policy = Assert.Single(Lines(bundle, "policy"));
        Assert.Equal(7, policy.GetProperty("policy").GetProperty("lateAfterDays").GetInt32());
        Assert.Equal(2, policy.GetProperty("version").GetInt32());

        var everything = await log.ExportAsync(DisclosureLevel.Public, null);
        Assert.DoesNotContain(Lines(everything, "version"), line => line.TryGetProperty("text", out _));
        Assert.DoesNotContain(Lines(everything, "event"), line => line.TryGetProperty("proof", out _));
    }

    [Fact]
    public async Task How_long_wrong_words_could_be_read_is_told_to_the_second()
    {
        var exposures = Lines(await log.ExportAsync(DisclosureLevel.Public, SampleLog.Harbour), "exposure").ToList();

        // The second event is an hour, a minute and a second and a half after the first, and so on. Of the last one the
        // hour does not count in which the story was withdrawn.
        Assert.Equal([7323, 3662, 0, 25631],
            exposures.Select(line => line.GetProperty("seconds").GetInt64()));
        Assert.Equal("2026-03-01T10:00:00Z", exposures[0].GetProperty("spans")[0].GetProperty("from").GetString());
        Assert.Equal("2026-03-01T12:02:03Z", exposures[0].GetProperty("spans")[0].GetProperty("to").GetString());
    }

    [Fact]
    public async Task The_key_that_the_bundle_names_shows_nothing_of_whose_it_is_and_another_refuses_it()
    {
        Script.SkipWithoutItsTools();
        var bundle = await log.ExportAsync(DisclosureLevel.Public, SampleLog.Market);
        var ran = await Script.RunAsync(bundle);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains($"Not checked: whether the key is that of '{BundleLog.Origin}'", ran.Output,
            StringComparison.Ordinal);

        var other = new NoteSigner(BundleLog.Origin, Ed25519.Key(new byte[32])).Key;
        var refused = await Script.RunAsync(bundle, $"{other}");
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(["the checkpoint is not signed by any key of its log that is known"], refused.Findings);
        Assert.Equal(refused.Findings, (await BundleLog.VerifyAsync(bundle, other)).Findings);
    }

    [Fact]
    public async Task Cosignatures_of_witnesses_that_are_trusted_are_checked()
    {
        Script.SkipWithoutItsTools();
        var witness = new Cosigner("witness.example/w", Ed25519.Key(new byte[32]), TimeProvider.System);
        var bundle = BundleLog.Text(await log.ExportAsync(DisclosureLevel.Public, SampleLog.Market));
        var note = SignedNote.Parse(JsonDocument.Parse(bundle.Split('\n')[0]).RootElement.GetProperty("checkpoint")
            .GetString()!);
        var signature = witness.Sign(note.Text);
        var trusted = new[] { log.Key, witness.Key };

        var held = await BothAsync(signature);
        Assert.Empty(held.Findings);
        Assert.Equal(["witness.example/w"], held.Witnesses);

        var bytes = signature.Bytes.ToArray();
        bytes[7] ^= 1;
        var altered = await BothAsync(signature with { Bytes = bytes });
        Assert.Equal(["the checkpoint has a signature of 'witness.example/w' that does not verify"], altered.Findings);

        async Task<VerifiedBundle> BothAsync(NoteSignature cosignature)
        {
            var with = JsonSerializer.Serialize(note.With([cosignature]).ToString());
            var cosigned = Encoding.UTF8.GetBytes(bundle.Replace(
                JsonSerializer.Serialize(note.ToString(), Relaxed), with, StringComparison.Ordinal));
            var own = await BundleLog.VerifyAsync(cosigned, trusted);
            var ran = await Script.RunAsync(cosigned, trusted.Select(key => $"{key}"));
            Assert.Equal(own.Findings, ran.Findings);
            Assert.Equal(own.Witnesses.Count > 0 && own.Findings.Count == 0,
                ran.Output.Contains("Held: the cosignature of 'witness.example/w'.", StringComparison.Ordinal));
            return own;
        }
    }

    [Fact]
    public async Task Where_openssl_is_missing_one_sentence_says_so()
    {
        Script.SkipWithoutItsTools();
        var ran = await Script.RunAsync(await Script.FindPythonAsync(), log.Folder, [], ["-"]);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Equal("The command openssl is not here; it is needed to check signatures.\n", ran.Errors);
        Assert.Equal(2, (await Script.RunAsync("python3", null, [], [])).ExitCode);
        Assert.Equal(2, (await Script.RunAsync("python3", null, [], ["/nowhere"])).ExitCode);
        Assert.Equal(2, (await Script.RunAsync([], "none")).ExitCode);
    }

    private static JsonSerializerOptions Relaxed { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<JsonElement> Lines(byte[] bundle, string kind) =>
        BundleLog.Text(bundle).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("kind").GetString() == kind);
}
