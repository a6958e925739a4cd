using Ledger.Hosting.Witnesses;

namespace Ledger.Cli.Running;

/// <summary>The witnesses of the log, and this newsroom as one, as far as the environment says.</summary>
internal static class ConfiguredWitnesses
{
    private const string Variable = "LEDGER_WITNESS_POLICY";

    /// <summary>The folder of this newsroom's keys as a witness, which sign nothing of its own log.</summary>
    public static string KeyFolder => Path.Combine(ConfiguredSigning.KeyFolder, "witness");

    /// <summary>The policy that a variable names, or else the file beside the embedded database, where it is there.
    /// </summary>
    /// <exception cref="UsageException">The policy cannot be used.</exception>
    public static WitnessSettings FromEnvironment()
    {
        var named = Environment.GetEnvironmentVariable(Variable)?.Trim();
        var file = string.IsNullOrEmpty(named) ? Path.Combine(OpenDatabase.Home, "witness-policy") : named;
        return new()
        {
            Policy = string.IsNullOrEmpty(named) && !File.Exists(file) ? null : PolicyOption.Read(file),
            KeyFolder = KeyFolder,
        };
    }
}
