using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Blaming;

/// <summary>Folds a history of an article both ways and compares them at every state.</summary>
internal sealed class BlameHistory
{
    private readonly NaiveBlame naive = new();
    private Article? article;

    public ArticleBlame Blame { get; private set; } = null!;

    public int Revision { get; private set; }

    public BlameHistory Then(Article next)
    {
        Revision++;
        Blame = article is null ? ArticleBlame.Begin(next) : Blame.Then(next, Revision);
        article = next;
        naive.Revise(next, Revision);
        AssertSame();
        return this;
    }

    /// <summary>A text with the revision of each phrase before it: <c>[1]The [3]wall [1^5]fell.</c></summary>
    public string Of(string place)
    {
        var phrases = Texts().Single(text => text.Place == place).Text.Phrases;
        return string.Concat(phrases.Select(phrase =>
            $"[{phrase.Revision}{(phrase.Returned is { } back ? $"^{back}" : "")}]{phrase.Text}"));
    }

    private IEnumerable<(string Place, BlamedText Text)> Texts() =>
    [
        .. BlamedText.Of(article!, Blame.Head).Select(text => (text.Name, text)),
        .. article!.Blocks.Zip(Blame.Blocks).SelectMany(pair => BlamedText.Of(pair.First, pair.Second)
            .Select(text => ($"{pair.First.Id}/{text.Name}", text))),
    ];

    private void AssertSame()
    {
        var texts = Texts().ToList();
        Assert.Equal(naive.Places.ToHashSet(), texts.Select(text => text.Place).ToHashSet());
        foreach (var (place, text) in texts)
        {
            var (words, origins) = naive.At(place);
            Assert.Equal(words, string.Concat(text.Phrases.Select(phrase => phrase.Text)));
            var mine = text.Phrases.SelectMany(phrase => Enumerable.Repeat(
                new NaiveBlame.Origin(phrase.Revision, phrase.Returned ?? 0), phrase.Text.Length));
            if (!mine.SequenceEqual(origins))
                Assert.Fail($"Revision {Revision}, {place}: {Of(place)}");
        }
    }
}
