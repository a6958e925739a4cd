using System.Security.Cryptography;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Trees;

/// <summary>
/// RFC 6962, section 2.1, word for word over lists, with nothing of the program but the type of a hash: the reference.
/// </summary>
internal static class NaiveTree
{
    public static byte[] Root(byte[][] d) => d.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0x00, .. d[0]]),
        _ => SHA256.HashData([0x01, .. Root(d[..Split(d.Length)]), .. Root(d[Split(d.Length)..])]),
    };

    /// <summary>PATH(m, D[n]).</summary>
    public static List<byte[]> Path(int m, byte[][] d)
    {
        if (d.Length == 1)
            return [];

        var k = Split(d.Length);
        return m < k
            ? [.. Path(m, d[..k]), Root(d[k..])]
            : [.. Path(m - k, d[k..]), Root(d[..k])];
    }

    /// <summary>PROOF(m, D[n]).</summary>
    public static List<byte[]> Proof(int m, byte[][] d) => SubProof(m, d, isWhole: true);

    /// <summary>Leaves that differ from each other.</summary>
    public static byte[][] Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(Leaf)];

    public static byte[] Leaf(int index) => BitConverter.GetBytes(index);

    public static IReadOnlyList<TreeHash> Hashes(IEnumerable<byte[]> hashes) =>
        [.. hashes.Select(hash => new TreeHash(hash))];

    private static List<byte[]> SubProof(int m, byte[][] d, bool isWhole)
    {
        if (m == d.Length)
            return isWhole ? [] : [Root(d)];

        var k = Split(d.Length);
        return m <= k
            ? [.. SubProof(m, d[..k], isWhole), Root(d[k..])]
            : [.. SubProof(m - k, d[k..], false), Root(d[..k])];
    }

    // The largest power of two below n, found by trying.
    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;

        return k;
    }
}
