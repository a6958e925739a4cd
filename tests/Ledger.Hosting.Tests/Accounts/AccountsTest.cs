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

    protected static Origin Operator { get; } = new("os:deploy", null);

    private TestDatabase? database;
    private NpgsqlDataSource? source;

    protected SetClock Clock { get; } = new(Now);

    protected NpgsqlDataSource Database => source ?? throw new InvalidOperationException("The test has not begun.");

    protected AccountStore Accounts => field ??= new(Database, Clock);

    protected SignInPolicy Policy { get; } = new();

    protected SessionStore Sessions => field ??= new(Database, Policy, Clock);

    protected SignInAudit Audit => field ??= new(Database, Policy, Clock);

    protected OneTimeLinks Links => field ??= new(Database, Accounts, Clock);

    protected SignIns SignIns => field ??= new(Accounts, Sessions, new(Database, Policy, Clock), Audit);

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
        Accounts.AddAsync(
            new(name, name, roles.Length == 0 ? [Role.Editor] : roles), Password, Operator, Cancel);

    protected Task<NewToken> CreateTokenAsync(string account, string description, DateTimeOffset? expiresAt) =>
        Accounts.CreateTokenAsync(new(account, description, expiresAt), Operator, Cancel);

    protected Task RevokeTokenAsync(Guid id) => Accounts.RevokeTokenAsync(id, null, Operator, Cancel);
}
