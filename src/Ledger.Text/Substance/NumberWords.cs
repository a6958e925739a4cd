using System.Collections.Frozen;

namespace Ledger.Text.Substance;

/// <summary>English words for numbers.</summary>
/// <remarks>"One" and "second" are left out: they are other words more often than not.</remarks>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, string> Values = WordTable.Of("""
        0: zero
        2: two
        3: three third
        4: four fourth
        5: five fifth
        6: six sixth
        7: seven seventh
        8: eight eighth
        9: nine ninth
        10: ten tenth
        11: eleven
        12: twelve
        13: thirteen
        14: fourteen
        15: fifteen
        16: sixteen
        17: seventeen
        18: eighteen
        19: nineteen
        20: twenty
        30: thirty
        40: forty
        50: fifty
        60: sixty
        70: seventy
        80: eighty
        90: ninety
        hundred: hundred hundreds
        thousand: thousand thousands
        million: million millions mn
        billion: billion billions bn
        trillion: trillion tn
        dozen: dozen dozens
        twice: twice
        thrice: thrice
        half: half
        """);

    /// <summary>The tokens with words for numbers given the key of the number, "twenty-five" as one.</summary>
    public static List<Token> Join(List<Token> tokens, KeyPool keys)
    {
        var joined = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token is { Key: "m", IsWord: false } && IsMoney(joined))
                joined.Add(token with { Key = keys.Get("million"), IsNumber = true });
            else if (!Values.TryGetValue(token.Key, out var value))
                joined.Add(token);
            else if (value is [>= '2' and <= '9', '0'] && i + 1 < tokens.Count
                && Values.TryGetValue(tokens[i + 1].Key, out var ones) && ones is [>= '1' and <= '9'])
                joined.Add(token with { Key = keys.Get([value[0], ones[0]]), End = tokens[++i].End, IsNumber = true });
            else
                joined.Add(token with { Key = keys.Get(value), IsNumber = true });
        }

        return joined;
    }

    private static bool IsMoney(List<Token> before) =>
        before is [.., var sign, { IsNumber: true }] && Units.IsCurrencySign(sign.Key);
}
