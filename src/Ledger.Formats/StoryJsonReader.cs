using Ledger.Domain.Stories;
using Ledger.Formats.Changes;

namespace Ledger.Formats;

internal static class StoryJsonReader
{
    private static readonly string[] StoryMembers =
        ["headline", "standfirst", "slug", "section", "language", "dateline", "publishedAt", "credits", "blocks"];

    private static readonly string[] CreditMembers = ["role", "name"];

    private static readonly string[] BlockMembers =
        ["id", "type", "text", "items", "speaker", "url", "alt", "caption", "credit"];

    private static readonly string[] RevisionMembers = [.. StoryMembers, "kind", "reason"];

    public static StoryFile Story(ref JsonInput input) => Read(ref input, StoryMembers).Story;

    public static RevisionFile Revision(ref JsonInput input)
    {
        var (story, kind, reason) = Read(ref input, RevisionMembers);
        return new(kind ?? throw input.Here("The revision has no 'kind'"), reason, story.Article);
    }

    private static (StoryFile Story, RevisionKind? Kind, string? Reason) Read(ref JsonInput input, string[] members)
    {
        RevisionKind? kind = null;
        string? headline = null, standfirst = null, slug = null, section = null, language = null, dateline = null;
        string? reason = null;
        DateTimeOffset? publishedAt = null;
        IReadOnlyList<Credit> credits = [];
        IReadOnlyList<Block>? blocks = null;

        input.ExpectObject("The story");
        var seen = 0u;
        while (input.NextMember(members, ref seen) is { } name)
        {
            switch (name)
            {
                case "headline": headline = input.Text(name); break;
                case "standfirst": standfirst = input.TextOrNull(name); break;
                case "slug": slug = input.TextOrNull(name); break;
                case "section": section = input.TextOrNull(name); break;
                case "language": language = input.Text(name); break;
                case "dateline": dateline = input.TextOrNull(name); break;
                case "publishedAt": publishedAt = input.TimeOrNull(name); break;
                case "credits": credits = Credits(ref input); break;
                case "kind": kind = StoryNames.Kind(ref input); break;
                case "reason": reason = input.TextOrNull(name); break;
                default: blocks = Blocks(ref input); break;
            }
        }

        var article = new Article
        {
            Headline = headline ?? throw input.Here("The story has no 'headline'"),
            Standfirst = standfirst,
            Section = section,
            Language = language ?? throw input.Here("The story has no 'language'"),
            Dateline = dateline,
            Credits = credits,
            Blocks = blocks ?? throw input.Here("The story has no 'blocks'"),
        };
        return (new(slug, publishedAt, article), kind, reason);
    }

    private static List<Credit> Credits(ref JsonInput input)
    {
        input.ExpectArray("'credits'");
        var credits = new List<Credit>();
        while (input.NextItem())
        {
            CreditRole? role = null;
            string? who = null;
            input.ExpectObject("A credit");
            var seen = 0u;
            while (input.NextMember(CreditMembers, ref seen) is { } name)
            {
                if (name == "role")
                    role = StoryNames.Role(ref input);
                else
                    who = input.Text(name);
            }

            credits.Add(new(
                role ?? throw input.Here("A credit has no 'role'"),
                who ?? throw input.Here("A credit has no 'name'")));
        }

        return credits;
    }

    private static List<Block> Blocks(ref JsonInput input)
    {
        input.ExpectArray("'blocks'");
        var blocks = new List<Block>();
        while (input.NextItem())
            blocks.Add(ReadBlock(ref input));

        return blocks;
    }

    private static Block ReadBlock(ref JsonInput input)
    {
        BlockType? type = null;
        string? id = null, text = null, speaker = null, url = null, alt = null, caption = null, credit = null;
        IReadOnlyList<string>? items = null;

        input.ExpectObject("A block");
        var seen = 0u;
        while (input.NextMember(BlockMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "id": id = input.TextOrNull(name); break;
                case "type": type = StoryNames.Type(ref input); break;
                case "text": text = input.TextOrNull(name); break;
                case "items": items = Items(ref input); break;
                case "speaker": speaker = input.TextOrNull(name); break;
                case "url": url = input.TextOrNull(name); break;
                case "alt": alt = input.TextOrNull(name); break;
                case "caption": caption = input.TextOrNull(name); break;
                default: credit = input.TextOrNull(name); break;
            }
        }

        return new()
        {
            Id = id ?? "",
            Type = type ?? throw input.Here("A block has no 'type'"),
            Text = text,
            Items = items,
            Speaker = speaker,
            Url = url,
            Alt = alt,
            Caption = caption,
            Credit = credit,
        };
    }

    private static List<string>? Items(ref JsonInput input)
    {
        if (input.IsNull)
            return null;

        input.ExpectArray("'items'");
        var items = new List<string>();
        while (input.NextItem())
            items.Add(input.Text("items"));

        return items;
    }
}
