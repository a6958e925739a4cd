using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Stories;

/// <summary>Articles and blocks are equal by all that they hold, so that no change passes for none.</summary>
public sealed class EqualityTests
{
    private static readonly Block Whole = new()
    {
        Id = "b1",
        Type = BlockType.Paragraph,
        Text = "a",
        Items = ["a", "b"],
        Speaker = "a",
        Url = "a",
        Alt = "a",
        Caption = "a",
        Credit = "a",
    };

    private static readonly Article Article = new()
    {
        Headline = "a",
        Standfirst = "a",
        Section = "a",
        Language = "en",
        Dateline = "a",
        Credits = [new(CreditRole.Author, "a"), new(CreditRole.Author, "b")],
        Blocks = [Whole, Whole with { Id = "b2" }],
    };

    public static TheoryData<string> BlockMembers => [.. typeof(Block).GetProperties().Select(member => member.Name)];

    public static TheoryData<string> ArticleMembers =>
        [.. typeof(Article).GetProperties().Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(BlockMembers))]
    public void Blocks_that_differ_in_one_member_are_not_equal(string member) =>
        AssertDiffers(Whole, Whole with { Items = ["a", "b"] }, member);

    [Theory]
    [MemberData(nameof(ArticleMembers))]
    public void Articles_that_differ_in_one_member_are_not_equal(string member) =>
        AssertDiffers(Article, Article with { Blocks = [.. Article.Blocks] }, member);

    private static void AssertDiffers<T>(T one, T other, string member)
        where T : notnull
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());

        var property = typeof(T).GetProperty(member)!;
        property.SetValue(other, property.GetValue(one) switch
        {
            string text => text + "!",
            BlockType => BlockType.Note,
            IReadOnlyList<string> items => items.Reverse().ToList(),
            IReadOnlyList<Credit> credits => credits.Reverse().ToList(),
            IReadOnlyList<Block> blocks => blocks.Reverse().ToList(),
            var value => throw new InvalidOperationException($"No other value for {member}, which is {value}."),
        });
        Assert.NotEqual(one, other);
    }
}
