using Ledger.Application.People;
using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The columns of an account, which stand first in every row that has one.</summary>
internal static class AccountRow
{
    public const int PasswordHash = 7;

    /// <summary>The first column that is not the account's.</summary>
    public const int Next = 8;

    public static Account Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        [.. row.GetFieldValue<string[]>(2).Select(role => Enum.Parse<Role>(role, ignoreCase: true))],
        row.GetBoolean(3),
        row.GetFieldValue<DateTimeOffset>(4))
    {
        SecurityStamp = row.GetGuid(5),
        Desks = row.GetFieldValue<string[]>(6),
    };

    public static DateTimeOffset? TimeAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    public static string? TextAt(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
