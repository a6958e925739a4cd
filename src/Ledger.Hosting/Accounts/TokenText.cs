using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Hosting.Accounts;

/// <summary>The text of a token: <c>ldg_</c> and 256 random bits.</summary>
internal static class TokenText
{
    private const string Prefix = "ldg_";
    private const int RandomBytes = 32;
    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsWellFormed(string text) =>
        text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Ascii.IsValid(text);

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
