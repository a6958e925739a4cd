using Ledger.Domain.Imports;
using Ledger.Domain.Stories;

namespace Ledger.Application.Import;

/// <summary>The credits and captions that a line of a richer format changes, each an event of its own.</summary>
internal static class DetailCommands
{
    private const string CreditChanged = "The credits changed at the source.";
    private const string CaptionChanged = "The caption changed at the source.";

    /// <summary>What editors added or took away since the line before, which is null where unknown, stays.</summary>
    public static IEnumerable<StoryCommand> Credits(
        Article article, SourceDetail? before, SourceDetail after, string? reason)
    {
        foreach (var role in Enum.GetValues<CreditRole>())
        {
            var there = Names(article.Credits, role);
            var was = Names(before?.Credits ?? article.Credits, role);
            var now = Names(after.Credits, role);
            var gone = there.Intersect(was).Except(now).ToList();
            var come = now.Except(was).Except(there).ToList();
            for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
            {
                yield return new StoryCommand.Attribute(
                    role, null, gone.ElementAtOrDefault(i), come.ElementAtOrDefault(i), reason ?? CreditChanged);
            }
        }
    }

    /// <summary>A picture is known by its address; one that is there twice is left to the revision.</summary>
    public static IEnumerable<StoryCommand> Captions(Article article, SourceDetail after, string? reason)
    {
        foreach (var now in Pictures(after.Blocks))
        {
            if (Only(article.Blocks, now.Url) is not { } there || Only(after.Blocks, now.Url) is null)
                continue;

            if ((there.Caption, there.Credit) != (now.Caption, now.Credit))
                yield return new StoryCommand.EditCaption(
                    there.Id, now.Caption ?? "", now.Credit ?? "", reason ?? CaptionChanged);
        }
    }

    public static bool AreMetBy(Article article, SourceDetail detail) =>
        article.Section == detail.Section && article.Dateline == detail.Dateline
        && article.Credits.ToHashSet().SetEquals(detail.Credits)
        && article.Blocks.Count == detail.Blocks.Count
        && article.Blocks.Zip(detail.Blocks).All(pair => pair.First.SameContent(pair.Second));

    /// <summary>Whether two bodies differ in the captions of their pictures at most.</summary>
    public static bool SameBody(SourceDetail before, SourceDetail after) =>
        before.Blocks.Select(WithoutCaption).SequenceEqual(after.Blocks.Select(WithoutCaption));

    private static Block WithoutCaption(Block block) =>
        block.Type == BlockType.Image ? block with { Caption = null, Credit = null } : block;

    private static List<string> Names(IReadOnlyList<Credit> credits, CreditRole role) =>
        [.. credits.Where(credit => credit.Role == role).Select(credit => credit.Name)];

    private static IEnumerable<Block> Pictures(IReadOnlyList<Block> blocks) =>
        blocks.Where(block => block.Type == BlockType.Image);

    private static Block? Only(IReadOnlyList<Block> blocks, string? url) =>
        Pictures(blocks).Where(block => block.Url == url).Take(2).ToList() is [var only] ? only : null;
}
