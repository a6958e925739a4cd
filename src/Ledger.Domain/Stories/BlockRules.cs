namespace Ledger.Domain.Stories;

/// <summary>What a block must be like to be published.</summary>
internal static class BlockRules
{
    /// <summary>The same block in the one form in which it is stored: fields without words are not there.</summary>
    public static Block Normalise(Block block) => block with
    {
        Text = HasText(block.Type) ? block.Text ?? "" : TextRules.Present(block.Text),
        Items = block.Type == BlockType.List ? block.Items ?? [] : block.Items is { Count: 0 } ? null : block.Items,
        Speaker = TextRules.Present(block.Speaker),
        Url = block.Type == BlockType.Image ? block.Url : TextRules.Present(block.Url),
        Alt = TextRules.Present(block.Alt),
        Caption = TextRules.Present(block.Caption),
        Credit = TextRules.Present(block.Credit),
    };

    /// <summary>The first rule that a normalised block breaks.</summary>
    /// <param name="at">The block's own place, by which its fields are named.</param>
    public static Refusal? FirstBroken(Block block, string at, Limits limits) =>
        Broken(block, at, limits).FirstOrDefault();

    private static IEnumerable<Refusal> Broken(Block block, string at, Limits limits)
    {
        if (block.Id.Length > 0 && !BlockIds.IsWellFormed(block.Id))
            yield return new InvalidField($"{at}.id", "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -");

        foreach (var (field, text, limit) in Texts(block, limits))
        {
            if (text is not null && !Belongs(field, block.Type))
                yield return Foreign($"{at}.{field}", block.Type);

            if (TextRules.Broken($"{at}.{field}", text, limit) is { } broken)
                yield return broken;
        }

        if (block.Items is not null && block.Type != BlockType.List)
            yield return Foreign($"{at}.items", block.Type);

        if (block.Items is { Count: 0 })
            yield return new InvalidField($"{at}.items", "must not be empty");

        for (var i = 0; i < (block.Items?.Count ?? 0); i++)
        {
            if (TextRules.Broken($"{at}.items[{i}]", block.Items![i], limits.Block) is { } broken)
                yield return broken;
        }

        if (block.Url is not null && !IsAddress(block.Url))
            yield return new InvalidField($"{at}.url", "must start with 'https://', 'http://' or '/'");
    }

    private static (string Field, string? Text, int Limit)[] Texts(Block block, Limits limits) =>
    [
        ("text", block.Text, limits.Block),
        ("speaker", block.Speaker, limits.Field),
        ("url", block.Url, limits.Field),
        ("alt", block.Alt, limits.Field),
        ("caption", block.Caption, limits.Field),
        ("credit", block.Credit, limits.Field),
    ];

    private static bool Belongs(string field, BlockType type) => field switch
    {
        "text" => HasText(type),
        "speaker" => type == BlockType.Quote,
        _ => type == BlockType.Image,
    };

    private static bool HasText(BlockType type) => type is not (BlockType.List or BlockType.Image);

    // A page links to it: a script or a file on the reader's machine must never be its address.
    private static bool IsAddress(string url) =>
        !url.Any(c => char.IsWhiteSpace(c) || c == '\\')
        && (url.StartsWith('/')
            ? !url.StartsWith("//", StringComparison.Ordinal)
            : Uri.TryCreate(url, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));

    private static InvalidField Foreign(string field, BlockType type) =>
        new(field, $"does not belong to a block of type '{type.ToString().ToLowerInvariant()}'");
}
