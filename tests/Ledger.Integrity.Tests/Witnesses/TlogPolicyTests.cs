using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Ledger.Integrity.Witnesses;

namespace Ledger.Integrity.Tests.Witnesses;

public sealed class TlogPolicyTests
{
    private static readonly NoteSigner Log = new("log.example", Key(1));
    private static readonly Cosigner[] Signers =
        [.. Enumerable.Range(2, 6).Select(n => new Cosigner($"w{n}.example", Key(n), TimeProvider.System))];

    // The example of the specification: two of three of one party, and any of another.
    private static readonly string Example = $"""
        # Whom we trust
        log {Log.Key} https://log.example/

        witness X1 {Signers[0].Key}
        witness X2 {Signers[1].Key} https://x2.example/witness
        	witness  X3	{Signers[2].Key}
        group X-witnesses 2 X1 X2 X3
        witness Y1 {Signers[3].Key}
        witness Y2 {Signers[4].Key}
        witness Y3 {Signers[5].Key}
        group Y-witnesses any Y1 Y2 Y3
        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y
        """;

    [Theory]
    [InlineData("X1 X2 Y1", true)]
    [InlineData("X1 X2 X3 Y3", true)]
    [InlineData("X1 Y1 Y2 Y3", false)]
    [InlineData("X1 X2 X3", false)]
    [InlineData("", false)]
    public void A_quorum_is_met_by_enough_of_each_group(string cosigned, bool isMet)
    {
        var policy = TlogPolicy.Parse(Example);
        var names = cosigned.Split(' ').ToHashSet();

        Assert.Equal(isMet, policy.IsMetBy(names));
        var witnesses = policy.Witnesses.Select((witness, n) => (witness.Name, Signer: Signers[n]))
            .Where(witness => names.Contains(witness.Name)).Select(witness => (INoteSigner)witness.Signer);
        var text = new Checkpoint("log.example", 0, MerkleTree.EmptyRoot).ToText();
        Assert.Equal(isMet, policy.IsValid(SignedNote.Sign(text, [Log, .. witnesses]), new Ed25519()));
        Assert.False(policy.IsValid(SignedNote.Sign(text, witnesses), new Ed25519()));
    }

    [Fact]
    public void Addresses_are_kept_and_none_needs_no_witness()
    {
        var policy = TlogPolicy.Parse(Example);
        Assert.Equal("https://log.example/", policy.Logs.Single().Address);
        Assert.Equal([null, "https://x2.example/witness"], policy.Witnesses.Take(2).Select(one => one.Address));
        Assert.True(TlogPolicy.Parse("quorum none\n").IsMetBy(new HashSet<string>()));
    }

    public static TheoryData<string> Wrong { get; } =
    [
        "", "quorum nobody", "quorum none\nquorum none", $"log {Log.Key}", "log none\nquorum none",
        $"log {Log.Key}\nlog {Log.Key}\nquorum none", $"log {Signers[0].Key}\nquorum none",
        $"witness A {Log.Key}\nquorum A", $"witness none {Signers[0].Key}\nquorum none",
        $"witness A {Signers[0].Key}\nwitness A {Signers[1].Key}\nquorum A",
        $"witness A {Signers[0].Key}\nwitness B {Signers[0].Key}\nquorum A",
        $"witness A {Signers[0].Key}\ngroup G 2 A\nquorum G", $"witness A {Signers[0].Key}\ngroup G 0 A\nquorum G",
        $"witness A {Signers[0].Key}\ngroup G any\nquorum G", $"witness A {Signers[0].Key}\ngroup G all A A\nquorum G",
        $"group G any A\nwitness A {Signers[0].Key}\nquorum G",
        $"witness A {Signers[0].Key}\ngroup G any none\nquorum A",
        $"witness A {Signers[0].Key}\ngroup G any A\ngroup H any A\nquorum G", "quorum none\r", "what else",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_policy_is_refused(string text) =>
        Assert.Throws<FormatException>(() => TlogPolicy.Parse(text));

    private static IEd25519Key Key(int n) => Ed25519.Key(Enumerable.Repeat((byte)n, 32).ToArray());
}
