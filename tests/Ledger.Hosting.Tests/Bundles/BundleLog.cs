using System.Text;
using Ledger.Application;
using Ledger.Application.Auditing;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Bundles;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Hosting.Tests.Bundles;

/// <summary>A signed log on which much has happened, for all tests of a class.</summary>
public sealed class BundleLog : IAsyncLifetime
{
    public const string Origin = "news.example/log";

    private readonly string keys = Directory.CreateTempSubdirectory("ledger-bundles-").FullName;
    private StoredCheckpoint checkpoint = null!;

    internal TestLedger Ledger { get; private set; } = null!;

    internal VerifierKey Key { get; private set; } = null!;

    internal string Folder => keys;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Ledger = await TestLedger.CreateAsync(
            services => services.AddSingleton(new SigningSettings(Path.Combine(keys, "keys"), Origin)));
        await AppendAsync(SampleLog.Harbour, "story", SampleLog.HarbourLife.Take(3));
        await AppendAsync(PolicyState.StreamId, "policy", SampleLog.PolicyLife.Take(1));
        await AppendAsync(SampleLog.Withdrawn, "story", SampleLog.WithdrawnLife);
        await AppendAsync(SampleLog.Report, "report", SampleLog.ReportLife);
        await AppendAsync(SampleLog.Harbour, "story", SampleLog.HarbourLife.Skip(3));
        await AppendAsync(SampleLog.Market, "story", SampleLog.MarketLife);
        await AppendAsync(PolicyState.StreamId, "policy", SampleLog.PolicyLife.Skip(1));
        await SignAsync();
        Key = Assert.Single(LogKeys.Read(Path.Combine(keys, "keys"), mayCreate: false)) is var key
            ? new(Origin, SignatureType.Ed25519, key.PublicKey.Span)
            : null!;
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    /// <summary>Signs the log as it is now.</summary>
    internal async Task SignAsync() =>
        checkpoint = await Ledger.Services.GetRequiredService<CheckpointPublisher>().PublishAsync(Cancelled);

    /// <summary>A bundle of a story, or of everything.</summary>
    internal async Task<byte[]> ExportAsync(DisclosureLevel level, Guid? story)
    {
        using var written = new MemoryStream();
        await Ledger.Services.GetRequiredService<BundleExport>().WriteAsync(
            new(level, story, checkpoint),
            async (bytes, cancellationToken) => await written.WriteAsync(bytes, cancellationToken), Cancelled);
        return written.ToArray();
    }

    /// <summary>What our own verifier finds.</summary>
    internal static async Task<VerifiedBundle> VerifyAsync(byte[] bundle, params IReadOnlyList<VerifierKey> keys)
    {
        using var stream = new MemoryStream(bundle);
        return await new BundleVerifier(LedgerEvents.Catalogue).VerifyAsync(stream, keys, Cancelled);
    }

    internal static string Text(byte[] bundle) => Encoding.UTF8.GetString(bundle);

    private async Task AppendAsync(Guid stream, string kind, IEnumerable<object> events)
    {
        var version = await Ledger.Store.ReadStreamAsync(stream, StreamRange.All, Cancelled).CountAsync(Cancelled);
        var appended = events.Select((happened, i) => new NewEvent(
            Guid.CreateVersion7(), happened, new("user:edith")
            {
                ActorName = "Edith Editor",
                Reason = "As we agreed.",
                CorrelationId = "request-17",

                // Hours and some; the fifth claims to have been before the fourth.
                ClaimedAt = version + i == 4 ? SampleLog.Noon : SampleLog.Noon.AddSeconds(3661.5 * (version + i)),
            }));
        var keys = events.Select(happened => happened switch
        {
            StoryPublished e => $"slug:{e.Slug}",
            SlugChanged e => $"slug:{e.To}",
            _ => null,
        });
        await Ledger.Store.AppendAsync(
            new(stream, kind, ExpectedVersion.Any, [.. appended]) { Keys = [.. keys.OfType<string>()] }, Cancelled);
    }
}
