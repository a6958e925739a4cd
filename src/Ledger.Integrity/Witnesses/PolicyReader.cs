using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Witnesses;

/// <summary>Reads the lines of a policy file, each of which may name only what stands above it.</summary>
internal sealed class PolicyReader
{
    private static readonly char[] Blanks = [' ', '\t'];

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    private PolicyReader()
    {
    }

    public List<PolicyParty> Logs { get; } = [];

    public List<PolicyParty> Witnesses { get; } = [];

    public Dictionary<string, (int Threshold, string[] Members)> Groups { get; } = new(StringComparer.Ordinal);

    public string? Quorum { get; private set; }

    /// <exception cref="FormatException">A line cannot be read, or there is no quorum.</exception>
    public static PolicyReader Read(string text)
    {
        var reader = new PolicyReader();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
                continue;

            if (line.Any(c => c < ' ' && c != '\t') || !reader.Take(words))
                throw new FormatException($"Line {number} of the policy cannot be read: '{line.Trim()}'.");
        }

        return reader.Quorum is not null ? reader : throw new FormatException("The policy has no quorum line.");
    }

    private bool Take(string[] words) => words switch
    {
        ["log", var vkey] => AddLog(vkey, null),
        ["log", var vkey, var address] => AddLog(vkey, address),
        ["witness", var name, var vkey] => AddWitness(name, vkey, null),
        ["witness", var name, var vkey, var address] => AddWitness(name, vkey, address),
        ["group", var name, var threshold, .. var of] => AddGroup(name, threshold, of),
        ["quorum", var name] => SetQuorum(name),
        _ => false,
    };

    private bool AddLog(string vkey, string? address)
    {
        var key = VerifierKey.Parse(vkey);
        Logs.Add(new(key.Name, key, address));
        return key.Type == SignatureType.Ed25519 && keys.Add("log " + Bytes(key));
    }

    private bool AddWitness(string name, string vkey, string? address)
    {
        var key = VerifierKey.Parse(vkey);
        Witnesses.Add(new(name, key, address));
        return key.Type == SignatureType.Cosignature && IsNew(name) && keys.Add("witness " + Bytes(key));
    }

    private bool AddGroup(string name, string threshold, string[] of)
    {
        long? least = threshold switch
        {
            "all" => of.Length,
            "any" => 1,
            _ => WholeNumber.TryParse(threshold),
        };
        if (least is not { } k || k < 1 || k > of.Length || !of.All(member => names.Contains(member)))
            return false;

        // Else one witness would count twice.
        Groups[name] = ((int)k, of);
        return of.All(members.Add) && IsNew(name);
    }

    private bool SetQuorum(string name)
    {
        if (Quorum is not null || (name != "none" && !names.Contains(name)))
            return false;

        Quorum = name;
        return true;
    }

    private bool IsNew(string name) => name != "none" && names.Add(name);

    // Two vkeys of one key are the same party, whatever their names.
    private static string Bytes(VerifierKey key) => Convert.ToHexString(key.PublicKey.Span);
}
