using System.Security.Cryptography;
using System.Text;

namespace Ledger.Domain.Assets;

/// <summary>The ids that follow from others, so that whoever knows those knows these.</summary>
public static class AssetIds
{
    private const int Bytes = 16;

    /// <summary>The stream of the picture at an address.</summary>
    public static Guid OfPicture(string url) => Hash($"asset {url}");

    /// <summary>The correction that a story gets by that of a picture: one, however often it is tried.</summary>
    public static Guid OfCorrection(Guid assetCorrection, Guid story) =>
        Hash($"asset correction {assetCorrection} {story}");

    // As a UUID of version 8.
    private static Guid Hash(string name)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..Bytes];
        id[6] = (byte)(0x80 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        return new(id, bigEndian: true);
    }
}
