using System.Globalization;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Writing;

/// <summary>Writes articles of the sizes that real ones have, and changes them as real ones are changed.</summary>
/// <remarks>What it asks for follows from its seed alone.</remarks>
internal sealed class Writer(int seed)
{
    private const string PictureId = "picture";

    private readonly Babble babble = new(seed);
    private int blocks;

    public Article NewArticle()
    {
        var picture = new Block
        {
            Id = PictureId,
            Type = BlockType.Image,
            Url = "/images/picture.jpg",
            Alt = babble.Text(40),
            Caption = babble.Text(60),
            Credit = babble.Name(),
        };
        return new()
        {
            // The name makes headlines, and so addresses, differ from each other.
            Headline = $"{babble.Name()} {babble.Text(babble.From(OpenData.HeadlineLength))}",
            Standfirst = babble.Text(babble.From(OpenData.StandfirstLength)),
            Language = "en",
            Credits = [new(CreditRole.Author, babble.Name())],
            Blocks =
            [
                NewBlock(OpenData.BlockLength),
                picture,
                .. Enumerable.Range(1, babble.From(OpenData.Blocks)).Select(_ => NewBlock(OpenData.BlockLength)),
            ],
        };
    }

    /// <summary>Whether the next event of a site is a publication.</summary>
    public bool PublishesNext() => babble.Below(1000) < OpenData.Published;

    public int Choose(int count) => babble.Below(count);

    /// <summary>The next change of a story; its manuscript is changed at once.</summary>
    public StoryCommand Change(Manuscript story)
    {
        var rest = babble.Below(1000 - OpenData.Published);
        if ((rest -= OpenData.HeadlinesChanged) < 0)
            return ChangeHeadline(story);

        if ((rest -= OpenData.AttributionsChanged) < 0)
            return ChangeAuthor(story);

        if ((rest -= OpenData.CorrectionsIssued) < 0)
            return Correct(story);

        return rest < OpenData.CaptionsEdited ? EditCaption(story) : Revise(story);
    }

    public StoryCommand.Revise Revise(Manuscript story)
    {
        var changed = story.Article.Blocks.ToList();

        // The same word may come again, or be taken back by the next change.
        while (changed.SequenceEqual(story.Article.Blocks))
        {
            for (var i = babble.From(OpenData.ChangedBlocks); i > 0; i--)
            {
                var at = LongerParagraph(changed);
                changed[at] = changed[at] with { Text = Edited(changed[at].Text ?? "") };
            }
        }

        if (babble.Share() < OpenData.Restructured)
            Restructure(changed, story.Blocks);

        story.Article = story.Article with { Blocks = changed };
        return new(story.Article, RevisionKind.Update, Reason());
    }

    private void Restructure(List<Block> changed, int usual)
    {
        // The first block and the picture stay, so that there is always a paragraph to change. An article stays as long
        // as it is, so that its late revisions can be compared with its early ones.
        if (changed.Count > Math.Max(usual, 3))
            changed.RemoveAt(2 + babble.Below(changed.Count - 2));
        else
            changed.Insert(2 + babble.Below(changed.Count - 1), NewBlock(OpenData.BlockLength));
    }

    private StoryCommand.ChangeHeadline ChangeHeadline(Manuscript story)
    {
        if (babble.Below(2) == 0)
        {
            var headline = babble.Text(babble.From(OpenData.HeadlineLength));
            story.Article = story.Article with { Headline = headline };
            return new(headline, null, Reason());
        }

        var standfirst = babble.Text(babble.From(OpenData.StandfirstLength));
        story.Article = story.Article with { Standfirst = standfirst };
        return new(null, standfirst, Reason());
    }

    private StoryCommand.Attribute ChangeAuthor(Manuscript story)
    {
        var (from, to) = (story.Article.Credits[0].Name, babble.Name());
        story.Article = story.Article with { Credits = [new(CreditRole.Author, to)] };
        return new(CreditRole.Author, null, from, to, Reason());
    }

    private StoryCommand.Correct Correct(Manuscript story)
    {
        var changed = story.Article.Blocks.ToList();
        var at = Paragraph(changed);
        var wrong = changed[at].Text ?? "";
        var right = babble.Text(wrong.Length);
        changed[at] = changed[at] with { Text = right };
        story.Article = story.Article with { Blocks = changed };
        return new(Guid.CreateVersion7(), CorrectionClass.FactualError, [new(wrong, right)], babble.Text(150));
    }

    private StoryCommand.EditCaption EditCaption(Manuscript story)
    {
        var caption = babble.Text(60);
        story.Article = story.Article with
        {
            Blocks = [.. story.Article.Blocks.Select(block =>
                block.Id == PictureId ? block with { Caption = caption } : block)],
        };
        return new(PictureId, caption, null, Reason());
    }

    private int Paragraph(List<Block> among)
    {
        var at = babble.Below(among.Count - 1);
        return at == 0 ? 0 : at + 1;
    }

    // Long blocks are changed more often: half of those that were changed have more than 291 characters.
    private int LongerParagraph(List<Block> among)
    {
        var (one, other) = (Paragraph(among), Paragraph(among));
        return (among[one].Text?.Length ?? 0) > (among[other].Text?.Length ?? 0) ? one : other;
    }

    /// <summary>A text with other words in one place, as many as real changes have.</summary>
    private string Edited(string text)
    {
        var words = text.Split(' ');
        var count = Math.Clamp(words.Length * babble.From(OpenData.ChangedPercent) / 100, 1, words.Length);
        var at = babble.Below(words.Length - count + 1);
        return string.Join(' ', [.. words[..at], .. babble.Words(count), .. words[(at + count)..]]);
    }

    private Block NewBlock(Quantiles length) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"p{++blocks}"),
        Type = BlockType.Paragraph,
        Text = babble.Text(babble.From(length)),
    };

    private string Reason() => babble.Text(babble.From(OpenData.ReasonLength));
}
