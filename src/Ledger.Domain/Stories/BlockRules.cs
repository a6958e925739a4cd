namespace Ledger.Domain.Stories;

/// <summary>What a block must be like to be published.</summary>
internal static class BlockRules
{
    /// <summary>The same block in the one form in which it is stored: fields without words are not there.</summary>
    /// <returns>The block itself where it has that form already.</returns>
    public static Block Normalise(Block block)
    {
        var text = HasText(block.Type) ? block.Text ?? "" : TextRules.Present(block.Text);
        var items = block.Type == BlockType.List ? block.Items ?? [] : block.Items is { Count: 0 } ? null : block.Items;
        var speaker = TextRules.Present(block.Speaker);
        var url = block.Type == BlockType.Image ? block.Url : TextRules.Present(block.Url);
        var (alt, caption) = (TextRules.Present(block.Alt), TextRules.Present(block.Caption));
        var credit = TextRules.Present(block.Credit);
        var isNormal = (object?)text == block.Text && items == block.Items && (object?)speaker == block.Speaker
            && (object?)url == block.Url && (object?)alt == block.Alt && (object?)caption == block.Caption
            && (object?)credit == block.Credit;
        return isNormal ? block : block with
        {
            Text = text,
            Items = items,
            Speaker = speaker,
            Url = url,
            Alt = alt,
            Caption = caption,
            Credit = credit,
        };
    }

    /// <summary>The first rule that a normalised block breaks.</summary>
    /// <param name="number">Its place in the article, counted from 0, by which its fields are named.</param>
    public static Refusal? FirstBroken(Block block, int number, Limits limits) =>
        (block.Id.Length > 0 && !BlockIds.IsWellFormed(block.Id)
            ? new InvalidField($"blocks[{number}].id", "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -")
            : null)
        ?? Broken(block, number, "text", block.Text, limits.Block)
        ?? Broken(block, number, "speaker", block.Speaker, limits.Field)
        ?? Broken(block, number, "url", block.Url, limits.Field)
        ?? Broken(block, number, "alt", block.Alt, limits.Field)
        ?? Broken(block, number, "caption", block.Caption, limits.Field)
        ?? Broken(block, number, "credit", block.Credit, limits.Field)
        ?? BrokenItem(block, number, limits)
        ?? (block.Url is not null && !WebAddress.IsSafe(block.Url)
            ? new InvalidField($"blocks[{number}].url", "must start with 'https://', 'http://' or '/'")
            : null);

    // An article has many fields and hardly ever a broken one: names are made when there is something to say.
    private static Refusal? Broken(Block block, int number, string field, string? text, int limit)
    {
        if (text is null)
            return null;

        if (!Belongs(field, block.Type))
            return Foreign($"blocks[{number}].{field}", block.Type);

        return TextRules.IsFit(text, limit) ? null : TextRules.Broken($"blocks[{number}].{field}", text, limit);
    }

    private static Refusal? BrokenItem(Block block, int number, Limits limits)
    {
        if (block.Items is null)
            return null;

        if (block.Type != BlockType.List)
            return Foreign($"blocks[{number}].items", block.Type);

        if (block.Items.Count == 0)
            return new InvalidField($"blocks[{number}].items", "must not be empty");

        return block.Items
            .Select((item, i) => TextRules.Broken($"blocks[{number}].items[{i}]", item, limits.Block))
            .FirstOrDefault(broken => broken is not null);
    }

    private static bool Belongs(string field, BlockType type) => field switch
    {
        "text" => HasText(type),
        "speaker" => type == BlockType.Quote,
        _ => type == BlockType.Image,
    };

    private static bool HasText(BlockType type) => type is not (BlockType.List or BlockType.Image);

    private static InvalidField Foreign(string field, BlockType type) =>
        new(field, $"does not belong to a block of type '{type.ToString().ToLowerInvariant()}'");
}
