using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.Web.Rendering;

namespace Ledger.Web.Tests.Rendering;

public sealed class RefusalWordsTests
{
    public static TheoryData<Refusal, string> Sentences { get; } = new()
    {
        { new InvalidField("blocks[3].url", "must start with '/'"),
            "The address of the picture of block 4 must start with '/'." },
        { new InvalidField("blocks[0].items", "must not be empty"), "The items of block 1 must not be empty." },
        { new InvalidField("blocks[0].items[2]", "must not be empty"), "The items of block 1 must not be empty." },
        { new InvalidField("credits[1].name", "must not be empty"), "The name of credit 2 must not be empty." },
        { new InvalidField("claims[0].wrong", "must not be empty"), "The wrong text of row 1 must not be empty." },
        { new TooLong("headline", 20_000, 10_000), "The headline has 20000 characters; 10000 are allowed." },
        { new NoBlocks(), "A story needs at least one block." },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_refusal_speaks_of_the_form(Refusal refusal, string sentence) =>
        Assert.Equal(sentence, RefusalWords.Of(refusal));
}
