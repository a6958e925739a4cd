using System.Collections.Frozen;

namespace Ledger.Text.Substance;

/// <summary>Marks the units and currencies that stand at numbers.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> Keys = WordTable.Of("""
        percent: % percent percentage pc
        pound: £ gbp pound pounds sterling
        dollar: $ usd dollar dollars
        euro: € eur euro euros
        yen: ¥ yen jpy
        cent: cent cents
        penny: pence
        rupee: rupees
        dinar: dinars dinar
        franc: francs
        rouble: rubles
        kilometre: km kilometre kilometres kilometer kilometers
        metre: m metre metres meter meters
        centimetre: cm centimetres centimeters
        millimetre: mm millimetres
        mile: mile miles
        foot: foot feet ft
        inch: inch inches
        yard: yards
        acre: acres acre
        hectare: hectares hectare
        kilogram: kg kilogram kilograms kilos
        gram: grams gram
        tonne: tonne tonnes
        ton: ton tons
        litre: litre litres liters liter
        gallon: gallons gallon
        barrel: barrels barrel
        mph: mph
        kph: kph
        degree: ° degrees
        celsius: celsius
        fahrenheit: fahrenheit
        kb: kb
        mb: mb
        gb: gb
        tb: tb
        mw: megawatts mw
        gw: gigawatts gw
        kw: kilowatts kw
        second: second seconds
        minute: minute minutes min mins
        hour: hour hours hr hrs
        day: day days
        week: week weeks
        month: month months
        year: year years
        decade: decades
        """);

    public static bool IsCurrencySign(string key) => key is "£" or "$" or "€" or "¥" or "₹" or "₽" or "₩" or "₪" or "฿";

    /// <summary>What different spellings of a unit have in common.</summary>
    public static string KeyOf(string key) => Keys.GetValueOrDefault(key, key);

    public static void Mark(List<Token> tokens, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var stands = Keys.ContainsKey(tokens[i].Key) || IsCurrencySign(tokens[i].Key);
            if (stands && (IsNumber(tokens, i - 1) || IsPercentage(tokens, i) || IsCurrencySign(tokens[i].Key)
                && IsNumber(tokens, i + 1)))
                tokens[i].Facts |= Fact.Unit;
        }
    }

    /// <summary>Whether a unit stands behind a token.</summary>
    public static bool Follows(List<Token> tokens, int i) =>
        i + 1 < tokens.Count && Keys.ContainsKey(tokens[i + 1].Key) && tokens[i + 1].Key is not ("m" or "min");

    // "5 per cent" is three words where "5%" is two.
    private static bool IsPercentage(List<Token> tokens, int i) =>
        i > 1 && tokens[i].Key == "cent" && tokens[i - 1].Key == "per" && IsNumber(tokens, i - 2);

    private static bool IsNumber(List<Token> tokens, int i) => i >= 0 && i < tokens.Count && tokens[i].IsNumber;
}
