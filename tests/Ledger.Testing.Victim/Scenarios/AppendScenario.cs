using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Testing.Victim;

/// <summary>
/// Appends pairs of events, each pair with a key of its own, to one stream, and acknowledges the version after each.
/// </summary>
internal static class AppendScenario
{
    private const int Pairs = 3;

    public static async Task RunAsync(Situation situation)
    {
        await using var services = new ServiceCollection()
            .AddLedger(situation.ConnectionString)
            .BuildServiceProvider();
        var store = services.GetRequiredService<IEventStore>();
        var stream = Guid.Parse(situation.Arguments[0]);
        var version = await store.ReadStreamAsync(stream, StreamRange.All, default).CountAsync();
        situation.Kill.Arm();

        for (var pair = 0; pair < Pairs; pair++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"pair:{version + 2}");
            var result = await store.AppendAsync(
                new(stream, "story", ExpectedVersion.Exactly(version), [Event("one"), Event("two")]) { Keys = [key] },
                CancellationToken.None);
            version = checked((int)result.Version);
            Situation.Acknowledge(version.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static NewEvent Event(string to) =>
        new(Guid.CreateVersion7(), new SlugChanged("before", to, Reason: null), new("user:victim"));
}
