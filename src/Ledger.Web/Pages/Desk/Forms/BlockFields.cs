using Ledger.Domain.Stories;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>One block as its form has it: every field is there, whether its type uses it or not.</summary>
/// <param name="Id">Empty for a block that is new.</param>
/// <param name="Text">The words; of a list, one item a line.</param>
public sealed record BlockFields(
    string Id, BlockType Type, string Text = "", string Speaker = "", string Url = "", string Alt = "",
    string Caption = "", string Credit = "")
{
    public bool IsEmpty => Type == BlockType.Image
        ? string.IsNullOrWhiteSpace(Url + Alt + Caption + Credit)
        : string.IsNullOrWhiteSpace(Text);

    public static BlockFields From(Block block) => new(
        block.Id, block.Type, block.Items is { Count: > 0 } items ? string.Join('\n', items) : block.Text ?? "",
        block.Speaker ?? "", block.Url ?? "", block.Alt ?? "", block.Caption ?? "", block.Credit ?? "");

    /// <summary>Every block that was sent. A second one of the same id is a new one.</summary>
    public static IEnumerable<BlockFields> Read(IFormCollection form)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        string At(string name, int index) => index < form[name].Count ? form[name][index] ?? "" : "";
        return form["block.id"].Select((id, i) => new BlockFields(
            id is { Length: > 0 } && known.Add(id) ? id : "", FormText.Choice<BlockType>(At("block.type", i)),
            FormText.Area(At("block.text", i)), At("block.speaker", i), At("block.url", i),
            FormText.Area(At("block.alt", i)), FormText.Area(At("block.caption", i)), At("block.credit", i)));
    }

    /// <summary>The block that the form means; exactly the one before where nobody touched it.</summary>
    public Block ToBlock(Block? before)
    {
        if (before is not null && IsUntouched(before))
            return before;

        return Type switch
        {
            BlockType.Paragraph or BlockType.Heading or BlockType.Note =>
                new() { Id = Id, Type = Type, Text = Words() },
            BlockType.Quote => new() { Id = Id, Type = Type, Text = Words(), Speaker = OrNull(Speaker) },
            BlockType.List => new()
            {
                Id = Id,
                Type = Type,
                Items = FormText.Area(Text).Split(
                    '\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            },
            BlockType.Image => new()
            {
                Id = Id,
                Type = Type,
                Url = OrNull(Url),
                Alt = OrNull(Alt),
                Caption = OrNull(Caption),
                Credit = OrNull(Credit),
            },
        };
    }

    /// <summary>Whether a browser would send the block before just so.</summary>
    public bool IsUntouched(Block? before) => before is not null && From(before).Sent() == Sent();

    /// <summary>In a paragraph an empty line begins the next one; the first keeps the id.</summary>
    public IEnumerable<BlockFields> Split()
    {
        var parts = Type == BlockType.Paragraph
            ? FormText.Area(Text).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
        return parts.Length < 2 ? [this] : parts.Select((part, i) => this with { Id = i == 0 ? Id : "", Text = part });
    }

    /// <summary>The fields as a browser sends them back.</summary>
    private BlockFields Sent() => this with
    {
        Text = FormText.Area(Text),
        Alt = FormText.Area(Alt),
        Caption = FormText.Area(Caption),
        Speaker = FormText.Line(Speaker),
        Url = FormText.Line(Url),
        Credit = FormText.Line(Credit),
    };

    private string Words() => FormText.Area(Text).Trim();

    private static string? OrNull(string text) => FormText.Area(text).Trim() is { Length: > 0 } words ? words : null;
}
