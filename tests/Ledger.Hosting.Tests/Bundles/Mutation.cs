using System.Text;
using System.Text.RegularExpressions;
using Ledger.Integrity.Bundles;

namespace Ledger.Hosting.Tests.Bundles;

/// <summary>One thing of a bundle made other than it was.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] bundle, Random random)
    {
        var lines = BundleLog.Text(bundle).TrimEnd('\n').Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count + 1), lines[at]);
                break;
            case 2:
                var other = random.Next(lines.Count);
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                return bundle[..random.Next(bundle.Length)];
            case 4:
                lines[at] = WithoutMember(lines[at], random);
                break;
            case 5:
                lines[at] = WithTextFrom(lines[at], lines[random.Next(lines.Count)], random);
                break;
            default:
                var altered = bundle.ToArray();
                altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(8));
                return altered;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    /// <summary>Whether nothing that a bundle says was altered, be it written otherwise.</summary>
    public static bool SaysTheSame(byte[] bundle, byte[] altered)
    {
        var (before, after) = (Canonical(bundle), Canonical(altered));
        return before.Count == after.Count && before.Zip(after).All(pair => pair.First == pair.Second);
    }

    private static List<string> Canonical(byte[] bundle) =>
        [.. BundleLog.Text(bundle).TrimEnd('\n').Split('\n')
            .Select(line => Convert.ToHexString(BundleLine.Canonical(BundleLine.Read(Encoding.UTF8.GetBytes(line)))))];

    // A member that is a text, with the comma after it.
    private static string WithoutMember(string line, Random random)
    {
        var members = Regex.Matches(line, "\"[A-Za-z]+\":\"[^\"\\\\]*\",");
        if (members.Count == 0)
            return line[..^1];

        var member = members[random.Next(members.Count)];
        return line.Remove(member.Index, member.Length);
    }

    private static string WithTextFrom(string line, string other, Random random)
    {
        var (places, texts) = (Texts(line), Texts(other));
        var place = places[random.Next(places.Count)];
        return line.Remove(place.Index, place.Length).Insert(place.Index, texts[random.Next(texts.Count)].Value);
    }

    private static MatchCollection Texts(string line) =>
        Regex.Matches(line, "\"[^\"\\\\]*\"");
}
