using Ledger.Testing;

namespace Ledger.Application.Tests.Stories;

/// <summary>One ledger for all tests of a class, each of which has stories of its own in it.</summary>
public sealed class SharedLedger : IAsyncLifetime
{
    public TestLedger Ledger { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Ledger = await TestLedger.CreateAsync();

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();
}
