using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Hosting.Tests.Accounts;

/// <summary>An account store on an empty database, with a clock that the test moves.</summary>
public abstract class AccountsTest : IAsyncLifetime
{
    protected const string Password = "a long enough password";

    protected static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private TestDatabase? database;
    private NpgsqlDataSource? source;

    protected SetClock Clock { get; } = new(Now);

    protected NpgsqlDataSource Database => source ?? throw new InvalidOperationException("The test has not begun.");

    protected AccountStore Accounts => field ??= new(Database, Clock);

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        source = NpgsqlDataSource.Create(database.ConnectionString);
        await Accounts.MigrateAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
            await source.DisposeAsync();

        if (database is not null)
            await database.DisposeAsync();

        GC.SuppressFinalize(this);
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Task<Account> AddAsync(string name, params Role[] roles) =>
        Accounts.AddAsync(name, name, Password, roles.Length == 0 ? [Role.Editor] : roles, Cancel);

    protected sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset current = now;

        public void Advance(TimeSpan by) => current += by;

        public override DateTimeOffset GetUtcNow() => current;
    }
}
