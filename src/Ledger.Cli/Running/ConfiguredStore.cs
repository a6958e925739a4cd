using Ledger.Hosting.Stores;

namespace Ledger.Cli.Running;

/// <summary>The store of the log that an environment variable asks for.</summary>
internal static class ConfiguredStore
{
    private const string Variable = "LEDGER_STORE";

    /// <exception cref="UsageException">There is no such store here.</exception>
    public static LogStore FromEnvironment()
    {
        var name = Environment.GetEnvironmentVariable(Variable)?.Trim();
        try
        {
            return string.IsNullOrEmpty(name) ? LogStore.Npgsql : LogStores.Find(name);
        }
        catch (NoSuchStoreException e)
        {
            throw new UsageException($"{Variable} {e.Message}.");
        }
    }
}
