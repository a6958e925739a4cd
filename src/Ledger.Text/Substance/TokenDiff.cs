using DiffPlex;

namespace Ledger.Text.Substance;

/// <summary>Where the tokens of two texts differ.</summary>
internal static class TokenDiff
{
    // As in the word diff: where nothing is alike the time grows with the product of both lengths.
    private const long MostTokens = 1_000 * 1_000;

    public static IReadOnlyList<Hunk> Compare(List<Token> before, List<Token> after)
    {
        var most = Math.Min(before.Count, after.Count);
        var start = 0;
        while (start < most && before[start].Key == after[start].Key)
            start++;

        var end = 0;
        while (end < most - start && before[^(end + 1)].Key == after[^(end + 1)].Key)
            end++;

        var (old, @new) = (Keys(before, start, end), Keys(after, start, end));
        if (old.Length == 0 && @new.Length == 0)
            return [];

        return old.Length == 0 || @new.Length == 0 || (long)old.Length * @new.Length > MostTokens
            ? [new(start, start + old.Length, start, start + @new.Length)]
            : [.. Blocks(old, @new).Select(block => new Hunk(
                start + block.DeleteStartA, start + block.DeleteStartA + block.DeleteCountA,
                start + block.InsertStartB, start + block.InsertStartB + block.InsertCountB))];
    }

    private static string[] Keys(List<Token> tokens, int start, int end)
    {
        var keys = new string[tokens.Count - start - end];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = tokens[start + i].Key;

        return keys;
    }

    // DiffPlex cuts the two texts itself, so it is handed names for them and the pieces that are already cut.
    private static IList<DiffPlex.Model.DiffBlock> Blocks(string[] before, string[] after) => new Differ()
        .CreateCustomDiffs("before", "after", ignoreWhiteSpace: false, side => side == "before" ? before : after)
        .DiffBlocks;
}
