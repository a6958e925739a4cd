using Ledger.Followers.Webhooks;
using Ledger.Hosting.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Hosting.Webhooks;

/// <summary>Seals secrets by the keys that seal cookies and forms, which every node has.</summary>
internal sealed class SecretSeal(IDataProtectionProvider provider) : ISecretSeal
{
    private readonly IDataProtector protector = provider.CreateProtector("Ledger.Webhooks.Secret");

    public byte[] Seal(byte[] secret) => protector.Protect(secret);

    public byte[] Open(byte[] sealedSecret) => protector.Unprotect(sealedSecret);

    /// <summary>The keys are in the database, so that what one node has sealed is understood by all.</summary>
    public static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Ledger");
        services.AddSingleton<DatabaseKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRepository>(
            (options, repository) => options.XmlRepository = repository);
    }
}
