using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ledger.Hosting.Accounts;

/// <summary>Hashes passwords, and takes as long for a name that nobody has.</summary>
internal sealed class Passwords
{
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Passwords> hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private readonly Lazy<string> decoy;

    public Passwords() => decoy = new(() => Hash("the password of nobody at all"));

    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <summary>Whether the password is that of the hash. No hash costs the same and is never right.</summary>
    public bool Verify(string? hash, string password)
    {
        if (password.Length > PasswordRules.Longest)
            return false;

        var result = hasher.VerifyHashedPassword(this, hash ?? decoy.Value, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
