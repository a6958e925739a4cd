using Ledger.Application.Auditing;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Verifying;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Verifying;

namespace Ledger.Projections.Tests.Verifying;

/// <summary>Alters a database behind everybody's back, and looks what is found.</summary>
internal static class Verified
{
    /// <summary>Runs statements as somebody who owns the database and has no trigger in the way.</summary>
    public static Task TamperAsync(this TestSite site, string sql) =>
        site.ExecuteAsync($"set session_replication_role = replica; {sql}; set session_replication_role = default");

    public static async Task<IReadOnlyList<Finding>> VerifyAsync(this TestSite site)
    {
        var snapshots = new PostgresSnapshotStore(site.Database);
        var verification = new Verification(
            site.Database, site.Store, snapshots, site.Runner, new ChangeAudit(site.Store), new(null, null, "unused"),
            new Ed25519());
        return await verification.RunAsync(new(), null, TestSite.Cancelled).ToListAsync(TestSite.Cancelled);
    }
}
