using System.Globalization;
using Ledger.Domain.Stories;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>
/// What the small buttons beside a block do: <c>up:3</c>, <c>down:3</c>, <c>remove:3</c>, <c>add:3:quote</c>.
/// </summary>
/// <remarks>Nothing is saved by them: the form comes back with everything that was typed, in the new order.</remarks>
public static class BlockEdit
{
    /// <summary>Does what a button asks; false when it is not one of these buttons.</summary>
    public static bool Apply(string? button, List<BlockFields> blocks)
    {
        if (button?.Split(':') is not [var verb, var place, .. var rest]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= blocks.Count)
        {
            return false;
        }

        switch (verb)
        {
            case "up" when at > 0:
                (blocks[at - 1], blocks[at]) = (blocks[at], blocks[at - 1]);
                return true;
            case "down" when at + 1 < blocks.Count:
                (blocks[at + 1], blocks[at]) = (blocks[at], blocks[at + 1]);
                return true;
            case "remove":
                blocks.RemoveAt(at);
                if (blocks.Count == 0)
                    blocks.Add(new("", BlockType.Paragraph));

                return true;
            case "add" when rest is [var name] && Enum.TryParse<BlockType>(name, ignoreCase: true, out var type):
                blocks.Insert(at + 1, new("", type));
                return true;
            default:
                return verb is "up" or "down";
        }
    }
}
