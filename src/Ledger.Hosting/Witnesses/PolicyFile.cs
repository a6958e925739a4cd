using System.Text;
using Ledger.Integrity.Witnesses;

namespace Ledger.Hosting.Witnesses;

/// <summary>A policy of witnesses cannot be used; the message says which file, and why.</summary>
public sealed class PolicyFileException(string message) : Exception(message);

/// <summary>The file that names witnesses and their quorum (C2SP tlog-policy).</summary>
public static class PolicyFile
{
    // Far more than the 32 logs, witnesses and groups that everybody has to read.
    private const int Largest = 1 << 20;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a policy. Addresses are of the operator's choice: private ones and http are as good.</summary>
    /// <exception cref="PolicyFileException">There is none, or it cannot be read.</exception>
    public static TlogPolicy Read(string path)
    {
        try
        {
            var bytes = new FileInfo(path) is { Exists: true, Length: <= Largest }
                ? File.ReadAllBytes(path)
                : throw new PolicyFileException($"There is no policy of witnesses {path}, or it is far too large.");
            var policy = TlogPolicy.Parse(Strict.GetString(bytes));
            foreach (var witness in policy.Witnesses.Where(witness => witness.Address is not null))
                AddressOf(witness);

            return policy;
        }
        catch (FormatException e)
        {
            throw new PolicyFileException($"The policy of witnesses {path} cannot be used: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new PolicyFileException($"The policy of witnesses {path} cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Where checkpoints are brought to a witness; null where the policy does not say.</summary>
    /// <exception cref="FormatException">The address is none of the web.</exception>
    public static Uri? AddressOf(PolicyParty witness)
    {
        if (witness.Address is not { } text)
            return null;

        return Uri.TryCreate(text, UriKind.Absolute, out var prefix)
            && (prefix.Scheme == Uri.UriSchemeHttps || prefix.Scheme == Uri.UriSchemeHttp)
            && prefix.Query.Length == 0 && prefix.Fragment.Length == 0 && prefix.UserInfo.Length == 0
            ? new($"{prefix.AbsoluteUri.TrimEnd('/')}/add-checkpoint")
            : throw new FormatException(
                $"The witness '{witness.Name}' has the address '{text}', which must be like "
                + "https://news.example/witness.");
    }
}
