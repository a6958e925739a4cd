using System.Collections.Frozen;

namespace Ledger.Text.Substance;

/// <summary>Marks the words that turn a statement into its opposite.</summary>
internal static class Negations
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = WordTable.ByValue("""
        en: not no never none nobody nothing neither nor without nowhere
        de: nicht kein keine keinen keiner keinem keines nie niemals ohne niemand
        fr: ne not pas jamais sans aucun aucune non ni
        es: no nunca jamás sin ningún ninguna ninguno ni nadie tampoco
        it: non mai senza nessun nessuno nessuna né
        pt: não nunca sem nenhum nenhuma nem ninguém
        nl: niet geen nooit zonder niemand
        sv: inte ej aldrig utan ingen inga
        pl: nie nigdy bez żaden nikt
        ru: не нет ни никогда без никто
        uk: не ні немає ніколи без ніхто
        ar: لا لم لن ليس ليست غير دون
        tr: değil yok hiç asla
        zh: 不 没 沒 無 无 未 非
        """);

    public static void Mark(List<Token> tokens, TokenRange range, string language)
    {
        var words = ByLanguage.GetValueOrDefault(Languages.Primary(language), ByLanguage["en"]);
        for (var i = range.Start; i < range.End; i++)
        {
            if (words.Contains(tokens[i].Key))
                tokens[i].Facts |= Fact.Negation;
        }
    }
}
