using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The statements of the accounts, in files beside.</summary>
internal static class AccountSql
{
    /// <summary>A statement with its parameters, <c>$1</c> first.</summary>
    public static NpgsqlCommand Statement(this NpgsqlDataSource database, string name, params object?[] values) =>
        database.CreateCommand(Read($"Statements.{name}")).With(values);

    /// <summary>The same on a connection whose transaction it is part of.</summary>
    public static NpgsqlCommand Statement(this NpgsqlConnection connection, string name, params object?[] values) =>
        new NpgsqlCommand(Read($"Statements.{name}"), connection).With(values);

    /// <summary>The text of a file, by its folder and name: <c>Schema.account</c>.</summary>
    public static string Read(string name) => StatementFiles.Read<AccountStore>(name);
}
