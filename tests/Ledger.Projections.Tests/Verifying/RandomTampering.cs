using System.Globalization;

namespace Ledger.Projections.Tests.Verifying;

/// <summary>One value or row of any table, altered by chance, is found; what nobody altered is never blamed.</summary>
/// <remarks>
/// Not covered are <c>mt_dotnet_type</c> and a stream's <c>type</c>, which are hints to other programs, times at which
/// read models were moved, and how far they have come, which is put right by going on.
/// </remarks>
public sealed class RandomTampering
{
    private const int Seed = 20260817;

    // LEDGER_TAMPERINGS=1000 for the long run.
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("LEDGER_TAMPERINGS") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Whatever_is_altered_is_found_and_once_it_is_put_back_all_is_well()
    {
        await using var site = await TestSite.GivenAllAsync();
        await site.ExecuteAsync(await SqlAsync("Backup"));
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var seed = random.NextDouble();
            var tampering = await TamperAsync(site, seed);
            var found = await site.VerifyAsync();

            Assert.True(found.Count > 0, $"Nobody noticed: {tampering}");
            Assert.All(found, finding => Assert.DoesNotContain(
                "could not be made", finding.What, StringComparison.Ordinal));
            await site.ExecuteAsync(await SqlAsync("Restore"));
        }

        Assert.Empty(await site.VerifyAsync());
    }

    private static async Task<string> TamperAsync(TestSite site, double seed)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"select setseed({seed}); ");
        await site.ExecuteAsync(begin + await SqlAsync("Tamper"));
        return await site.ScalarAsync<string>("select what from backup.tampering");
    }

    private static async Task<string> SqlAsync(string name)
    {
        var file = $"{typeof(RandomTampering).Namespace}.{name}.sql";
        await using var stream = typeof(RandomTampering).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestSite.Cancelled);
    }
}
