using Ledger.Domain.Stories;
using Ledger.Text;
using Ledger.Text.Blaming;

namespace Ledger.Domain.Tests.Blaming;

/// <summary>
/// The rules of blame done the plain way: every character of every text has its own note, nothing is skipped, cut
/// short or hashed. What the product computes has to be the same.
/// </summary>
internal sealed class NaiveBlame
{
    private const int FewestToBeKnown = 20;

    private readonly Dictionary<string, (string Text, Origin[] Origins)> texts = [];
    private readonly Dictionary<string, (int Revision, Origin[] Origins)> gone = [];

    private List<string> before = [];

    public readonly record struct Origin(int Revision, int Returned);

    public IEnumerable<string> Places => texts.Keys;

    public (string Text, Origin[] Origins) At(string place) => texts[place];

    public void Revise(Article article, int revision)
    {
        var after = TextsOf(article).Where(text => text.Text.Length > 0).ToList();
        var changed = after.Where(text => TextAt(text.Place) != text.Text).ToList();
        var carried = changed.ToDictionary(text => text.Place, text => Carry(text.Place, text.Text));
        foreach (var (place, (text, origins)) in before.Where(texts.ContainsKey).Select(place => (place, texts[place])))
        {
            var now = after.Find(other => other.Place == place).Text ?? "";
            if (now != text)
                Forget(place, text, origins, now, revision);
        }

        var attributed = changed.Select(text => (text.Place, text.Text, Attribute(text, carried[text.Place], revision)))
            .ToList();
        foreach (var place in texts.Keys.Where(place => !after.Exists(text => text.Place == place)).ToList())
            texts.Remove(place);

        foreach (var (place, text, origins) in attributed)
            texts[place] = (text, origins);

        before = [.. after.Select(text => text.Place)];
    }

    private string TextAt(string place) => texts.TryGetValue(place, out var known) ? known.Text : "";

    private Origin?[] Carry(string place, string text)
    {
        var (origins, from, to) = (new Origin?[text.Length], 0, 0);
        foreach (var run in Differences(place, TextAt(place), text))
        {
            for (var i = 0; i < run.Text.Length && run.Kind == DiffKind.Same; i++)
                origins[to + i] = texts[place].Origins[from + i];

            from += run.Kind == DiffKind.Added ? 0 : run.Text.Length;
            to += run.Kind == DiffKind.Removed ? 0 : run.Text.Length;
        }

        return origins;
    }

    private void Forget(string place, string text, Origin[] origins, string now, int revision)
    {
        gone[$"{place}\0{text}"] = (revision, origins);
        if (text.Length >= FewestToBeKnown)
            gone[text] = (revision, origins);

        var from = 0;
        var torn = new bool[text.Length];
        foreach (var run in Differences(place, text, now).Where(run => run.Kind != DiffKind.Added))
        {
            Array.Fill(torn, run.Kind == DiffKind.Removed, from, run.Text.Length);
            from += run.Text.Length;
        }

        foreach (var (start, end) in Sentences(text))
        {
            if (end - start >= FewestToBeKnown && Array.IndexOf(torn, true, start, end - start) >= 0)
                gone[text[start..end]] = (revision, origins[start..end]);
        }
    }

    private Origin[] Attribute((string Place, string Text) text, Origin?[] carried, int revision)
    {
        var origins = carried.Select(origin => origin ?? new(revision, 0)).ToArray();
        if (gone.TryGetValue($"{text.Place}\0{text.Text}", out var whole) || gone.TryGetValue(text.Text, out whole))
        {
            Again(origins, 0, whole, carried, revision);
        }
        else
        {
            foreach (var (start, end) in Sentences(text.Text))
            {
                var isNew = Array.IndexOf(carried, null, start, end - start) >= 0;
                if (isNew && gone.TryGetValue(text.Text[start..end], out var sentence))
                    Again(origins, start, sentence, carried, revision);
            }
        }

        gone.Remove($"{text.Place}\0{text.Text}");
        gone.Remove(text.Text);
        foreach (var (start, end) in Sentences(text.Text))
            gone.Remove(text.Text[start..end]);

        for (var i = 1; i < origins.Length; i++)
        {
            if (char.IsWhiteSpace(text.Text[i]))
                origins[i] = origins[i - 1];
        }

        return origins;
    }

    private static void Again(
        Origin[] origins, int start, (int Revision, Origin[] Origins) known, Origin?[] carried, int revision)
    {
        for (var i = 0; i < known.Origins.Length; i++)
        {
            var isBack = known.Revision != revision && carried[start + i] is null;
            origins[start + i] = isBack ? known.Origins[i] with { Returned = revision } : known.Origins[i];
        }
    }

    private static IReadOnlyList<DiffRun> Differences(string place, string before, string after) =>
        place.EndsWith("/url", StringComparison.Ordinal) || !Kinship.IsEdit(before, after)
            ? [new(DiffKind.Removed, before), new(DiffKind.Added, after)]
            : WordDiff.Compare(before, after);

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = "\n。！？".Contains(text[i], StringComparison.Ordinal)
                || text[i] == ' ' && i > start && ".!?”\"".Contains(text[i - 1], StringComparison.Ordinal);
            if (!ends && i < text.Length - 1)
                continue;

            var sentence = text[start..(i + 1)];
            var from = start + sentence.Length - sentence.TrimStart().Length;
            if (sentence.Trim().Length > 0)
                yield return (from, from + sentence.Trim().Length);

            start = i + 1;
        }
    }

    public static IEnumerable<(string Place, string Text)> TextsOf(Article article) =>
    [
        ("headline", article.Headline),
        ("standfirst", article.Standfirst ?? ""),
        ("credits", string.Join('\n', article.Credits.Select(credit => $"{credit.Role}: {credit.Name}".ToLowerRole()))),
        ("section", article.Section ?? ""),
        ("dateline", article.Dateline ?? ""),
        .. article.Blocks.SelectMany(TextsOf),
    ];

    private static IEnumerable<(string Place, string Text)> TextsOf(Block block) =>
    [
        ($"{block.Id}/text", block.Text ?? ""),
        ($"{block.Id}/items", string.Join('\n', block.Items ?? [])),
        ($"{block.Id}/speaker", block.Speaker ?? ""),
        ($"{block.Id}/url", block.Url ?? ""),
        ($"{block.Id}/alt", block.Alt ?? ""),
        ($"{block.Id}/caption", block.Caption ?? ""),
        ($"{block.Id}/credit", block.Credit ?? ""),
    ];
}

file static class Roles
{
    public static string ToLowerRole(this string credit) => string.Concat(credit[..1].ToLowerInvariant(), credit[1..]);
}
