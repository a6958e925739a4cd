using Ledger.Text.Blaming;

namespace Ledger.Domain.Stories;

/// <summary>A part of an article that a revision touched, with those of its texts that it changed.</summary>
internal sealed class TouchedPart
{
    private readonly List<NamedText> after;
    private readonly PartBlame part;

    private TouchedPart(List<NamedText> after, PartBlame part, List<RevisedText> texts) =>
        (this.after, this.part, Texts) = (after, part, texts);

    /// <summary>The place of the block after the revision; null for one that is gone, and for the head.</summary>
    public int? Block { get; private init; }

    public bool IsHead { get; private init; }

    public List<RevisedText> Texts { get; }

    // A language is no words, nor is the type of a block.
    public static bool IsBlamed(NamedText text) => text.Name is not ("language" or "type");

    public static TouchedPart? Of(Article before, Article after, PartBlame part)
    {
        var texts = ArticleFields.Of(after);
        var changed = Changed("", ArticleFields.Of(before), texts, part, -1);
        return changed.Count == 0 ? null : new(texts, part, changed) { IsHead = true };
    }

    /// <param name="before">The block before; null where it is new.</param>
    /// <param name="after">The block after; null where it is gone.</param>
    /// <param name="part">Where the words of the one before came from.</param>
    /// <param name="placeBefore">Where it stood among the blocks.</param>
    /// <param name="place">Where it stands now.</param>
    public static TouchedPart? Of(Block? before, Block? after, PartBlame part, int? placeBefore, int? place)
    {
        var texts = ArticleFields.Of(after, before);
        var prefix = $"{(after ?? before)!.Id}/";
        var changed = Changed(prefix, ArticleFields.Of(before, after), texts, part, placeBefore ?? 0);
        return changed.Count == 0 ? null : new(texts, part, changed) { Block = place };
    }

    /// <summary>The part after the revision.</summary>
    /// <param name="revision">Its number.</param>
    /// <param name="changed">The runs of each changed text.</param>
    public PartBlame After(int revision, ReadOnlySpan<IReadOnlyList<BlameRun>> changed)
    {
        var runs = new Dictionary<string, IReadOnlyList<BlameRun>>();
        var isOwn = true;
        var next = 0;
        foreach (var text in after.Where(text => IsBlamed(text)))
        {
            var isChanged = next < Texts.Count && Texts[next].Place.EndsWith(text.Name, StringComparison.Ordinal);
            var mine = isChanged ? changed[next++] : part.RunsOf(text.Name, text.Text);
            isOwn &= mine is [] or [{ Returned: 0 }] && mine.All(run => run.Revision == revision);
            if (mine.Count > 0)
                runs.Add(text.Name, mine);
        }

        return new(revision, isOwn ? null : runs);
    }

    private static List<RevisedText> Changed(
        string prefix, List<NamedText> before, List<NamedText> after, PartBlame part, int orderBefore)
    {
        var changed = new List<RevisedText>();
        foreach (var (old, @new) in before.Zip(after))
        {
            var (from, to) = (old.Text ?? "", @new.Text ?? "");
            if (from != to && IsBlamed(old))
                changed.Add(new(prefix + old.Name, from, part.RunsOf(old.Name, from), to, old.IsProse, orderBefore));
        }

        return changed;
    }
}
