namespace Ledger.EventStore.Marten;

/// <summary>The <c>.sql</c> files of this project.</summary>
internal static class Sql
{
    public static string Begin { get; } = Load("begin");

    public static string Settle { get; } = Load("settle");

    private static string Load(string statement)
    {
        var name = $"Ledger.EventStore.Marten.Statements.{statement}.sql";
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
