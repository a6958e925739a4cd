using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Witnesses;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>Who owns the database and the key of a log cannot show a witness another history than before.</summary>
public sealed class TwoHistories(WitnessServer witness) : IClassFixture<WitnessServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2, WitnessOutcome.RolledBack, WitnessDoubt.Rollback)]
    [InlineData(4, WitnessOutcome.Split, WitnessDoubt.Split)]
    [InlineData(6, WitnessOutcome.Split, WitnessDoubt.Unproven)]
    public async Task A_forked_history_is_refused_and_reported_by_both(
        int events, WitnessOutcome outcome, WitnessDoubt doubt)
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using (var server = await newsroom.StartAsync())
        {
            await WitnessedNewsroom.PublishAsync(server, "What was said", 4);
            await WitnessedNewsroom.ServedAsync(server, 4);
        }

        // The same origin and key over another database, whose owner would rather have said something else.
        await using var other = await TestDatabase.CreateAsync();
        await using var forked = await newsroom.On(other).StartAsync();
        await WitnessedNewsroom.PublishAsync(forked, "What was never said", events);
        var status = await WitnessedNewsroom.UntilAsync(forked, outcome, signed: events);

        Assert.Equal(0, status.Size);
        Assert.StartsWith("The witness 'other' has cosigned 4 events ", status.Fault, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(async () => (await witness.Desk.ListRefusalsAsync(Token)).Any(refusal =>
            refusal.Kind == doubt && IsSignedBy(newsroom, refusal.Refused) && IsSignedBy(newsroom, refusal.Cosigned)));

        // The site goes on; auditors are told, and so is who watches the measurements.
        using var auditor = await Visitor.SignedInAsync(forked, Role.Auditor);
        await auditor.GetAsync("/audit");
        Assert.Equal($"A witness doubts this log. {status.Fault}", auditor.Text("#doubted"));
        using var http = forked.Client();
        Assert.Contains("ledger_witness_doubts{witness=\"other\"} 1\n", await http.GetStringAsync("/metrics", Token),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz", Token)).StatusCode);
    }

    [Fact]
    public async Task An_old_backup_that_was_put_back_is_refused_and_the_log_says_so()
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using (var server = await newsroom.StartAsync())
        {
            await WitnessedNewsroom.PublishAsync(server, "Before the backup", 3);
            await WitnessedNewsroom.ServedAsync(server, 3);
        }

        await using var backup = await newsroom.Database.CopyAsync();
        await using (var server = await newsroom.StartAsync())
        {
            await WitnessedNewsroom.PublishAsync(server, "After the backup", 2);
            await WitnessedNewsroom.ServedAsync(server, 5);
        }

        // Nothing is published yet, and it shows already.
        await using var restored = await newsroom.On(backup).StartAsync();
        var status = await WitnessedNewsroom.UntilAsync(restored, WitnessOutcome.RolledBack, signed: 3);
        Assert.Equal("The witness 'other' has cosigned 5 events of this log, which has signed 3: it was rolled back, "
            + "as by an old backup.", status.Fault);
        Assert.Equal((3, 0), (status.Size, status.Behind));

        // It grows past what was cosigned, with other words: nobody outside is given a checkpoint of that.
        await WitnessedNewsroom.PublishAsync(restored, "Once more", 4);
        status = await WitnessedNewsroom.UntilAsync(restored, WitnessOutcome.Split, signed: 7);
        Assert.Equal((3, 4), (status.Size, status.Behind));
        Assert.True(newsroom.Policy.IsValid(
            await WitnessedNewsroom.ServedAsync(restored, 3), new Ed25519()));
    }

    private static bool IsSignedBy(WitnessedNewsroom newsroom, string note) =>
        SignedNote.Parse(note) is var read && read.Signatures.Any(line =>
            (line.Name, line.KeyId) == (newsroom.Key.Name, newsroom.Key.Id)
            && new NoteVerifier(newsroom.Key, new Ed25519()).IsValid(read.Text, line));
}
