using Ledger.Domain.Stories;
using Ledger.Integrity;

namespace Ledger.Hosting.Erasing;

/// <summary>Which words a request is to erase: those it names, and all that a field of the story ever said.</summary>
internal static class ErasureWords
{
    // Shorter ones stand inside others.
    private const int Shortest = 3;

    /// <summary>The words, the longest first, so that what stands in another goes with it.</summary>
    /// <param name="history">The story's events.</param>
    /// <param name="field">
    /// <c>headline</c>, <c>standfirst</c>, <c>dateline</c>, <c>credits</c>, <c>body</c> or the id of a block; null for
    /// none.
    /// </param>
    /// <param name="named">The words that are named.</param>
    /// <exception cref="ErasureRefusedException">There are none, or one cannot be told from others.</exception>
    public static IReadOnlyList<string> Of(
        IEnumerable<StoryEvent> history, string? field, IReadOnlyList<string> named)
    {
        var words = named.ToHashSet(StringComparer.Ordinal);
        if (field is not null)
            words.UnionWith(TextsOf(history, field));

        if (words.FirstOrDefault(word => word.Trim().Length < Shortest) is { } small)
            throw new ErasureRefusedException("erasure-words-too-short",
                $"'{small}' is too short to be told from other words; name it with those beside it.");

        if (words.FirstOrDefault(word => WordMask.Mark.Contains(word, StringComparison.Ordinal)) is { } mark)
            throw new ErasureRefusedException("erasure-words-too-short",
                $"'{mark}' stands in the mark that takes the place of what is erased.");

        return words.Count > 0
            ? [.. words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)]
            : throw new ErasureRefusedException("erasure-finds-nothing",
                "Name the words to erase, or a field: headline, standfirst, dateline, credits, body or the id of a "
                + "block that says something.");
    }

    private static IEnumerable<string> TextsOf(IEnumerable<StoryEvent> history, string field)
    {
        var state = StoryState.Initial;
        foreach (var happened in history)
        {
            state = state.Evolve(happened);
            foreach (var text in TextsOf(state.Current!.Article, field))
            {
                if (!string.IsNullOrWhiteSpace(text) && text != WordMask.Mark)
                    yield return text;
            }
        }
    }

    private static IEnumerable<string?> TextsOf(Article article, string field) => field switch
    {
        "headline" => [article.Headline],
        "standfirst" => [article.Standfirst],
        "dateline" => [article.Dateline],
        "credits" => article.Credits.Select(credit => credit.Name),
        "body" => article.Blocks.SelectMany(TextsOf),
        _ => article.Find(field) is { } block ? TextsOf(block) : [],
    };

    private static IEnumerable<string?> TextsOf(Block block) =>
        [block.Text, .. block.Items ?? [], block.Speaker, block.Alt, block.Caption, block.Credit];
}
