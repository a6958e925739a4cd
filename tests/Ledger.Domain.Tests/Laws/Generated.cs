using FsCheck;
using FsCheck.Fluent;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Laws;

/// <summary>Articles and commands, most of them sound and about the same few things, some of them odd.</summary>
internal static class Generated
{
    private static readonly Gen<string> Words =
        Gen.Elements("the", "wall", "fell", "5", "5m", "Ada", "Ada Lind", "壁", "<b>", "!");

    private static readonly Gen<string> Texts = Gen.Frequency(
        (30, Words.Few(8).Select(words => string.Join(' ', ["a", .. words]))),
        (3, Words.Few(2).Select(words => string.Join("\n\n", ["a", .. words]))),
        (1, Gen.Elements("", " ", "\0", "\ud800", "\u0085", "\u202e")),
        (1, Law.Strings));

    private static readonly Gen<string?> MaybeTexts =
        Gen.Frequency((3, Texts.Select(text => (string?)text)), (1, Gen.Constant<string?>(null)));

    private static readonly Gen<string> Names = Gen.Elements("Ada", "Bea", "Oda Lind", "Tomas Reyl", "Ines Marchetti");

    private static readonly Gen<string> Ids = Gen.Frequency(
        (20, Gen.Elements("b1", "b2", "b3", "b4", "b5")), (1, Gen.Elements("b 1", "b9", "x.y")));

    private static readonly Gen<CreditRole> Roles = Gen.Elements(Enum.GetValues<CreditRole>());

    private static readonly Gen<Block> Blocks =
        from type in Gen.Elements(Enum.GetValues<BlockType>())
        from id in Gen.Frequency((3, Gen.Constant("")), (1, Ids))
        from text in MaybeTexts
        from items in Texts.Few(3)
        from names in Names.ArrayOf(2)
        from url in Gen.Elements("/a.jpg", "https://example.org/b.jpg", null)
        select type switch
        {
            BlockType.Image => new Block { Id = id, Type = type, Url = url, Caption = text, Credit = names[0] },
            BlockType.List => new Block { Id = id, Type = type, Items = items },
            BlockType.Quote => new Block { Id = id, Type = type, Text = text, Speaker = names[1] },
            _ => new Block { Id = id, Type = type, Text = text },
        };

    private static readonly Gen<Claim> Claims =
        from wrong in Gen.Frequency((8, Gen.Elements("wall", "Ada", "5", "5m", "fell", "£5m", "boats")), (1, Texts))
        from right in Gen.Frequency((2, Gen.Elements("pier", "Ada Lind", "", "3m\n\nMore.")), (1, Texts))
        from field in Gen.Frequency(
            (3, Gen.Constant<ArticleField?>(null)),
            (1, Gen.Elements(Enum.GetValues<ArticleField>()).Select(field => (ArticleField?)field)))
        select new Claim(wrong, right, field);

    public static Gen<Article> Articles { get; } =
        from texts in Texts.ArrayOf(4)
        from language in Gen.Frequency((20, Gen.Elements("en", "ar-IQ")), (1, Gen.Elements("", "no language")))
        from credits in Gen.Zip(Roles, Names).Select(credit => new Credit(credit.Item1, credit.Item2)).Few(2)
        from blocks in Blocks.Few(5)
        select new Article
        {
            Headline = texts[0],
            Standfirst = texts[1],
            Section = texts[2],
            Dateline = texts[3],
            Language = language,
            Credits = credits,
            Blocks = blocks,
        };

    /// <summary>Articles in which every block has an id of its own.</summary>
    public static Gen<Article> NumberedArticles { get; } =
        from article in Articles
        from ids in Gen.Shuffle(Enumerable.Range(1, 8).Select(n => $"b{n}"))
        select article with { Blocks = [.. article.Blocks.Zip(ids, (block, id) => block with { Id = id })] };

    public static Gen<StoryCommand> Commands { get; } = Gen.Frequency(
        (2, Articles.Select(StoryCommand (article) => new StoryCommand.Publish("wall", article))),
        (6, Articles.Select(StoryCommand (article) => new StoryCommand.Revise(article, RevisionKind.Update, null))),
        (6, Corrections().Select(StoryCommand (correction) => correction)),
        (3, from url in Gen.Elements("https://example.org/wall.jpg", "/pier.jpg")
            from correction in Corrections()
            select (StoryCommand)new StoryCommand.CorrectPicture(url, Sample.CorrectionId, correction)),
        (3, MaybeTexts.ArrayOf(2).Select(StoryCommand (texts) =>
            new StoryCommand.AmendCorrection(Sample.CorrectionId, texts[0] ?? "", texts[1]))),
        (3, Texts.Select(StoryCommand (reason) => new StoryCommand.WithdrawCorrection(Sample.CorrectionId, reason))),
        (4, Attributions()),
        (4, from id in Gen.Frequency((1, Ids), (2, Gen.Constant("b4")))
            from texts in MaybeTexts.ArrayOf(3)
            select (StoryCommand)new StoryCommand.EditCaption(id, texts[0], texts[1], texts[2])),
        (2, MaybeTexts.ArrayOf(3).Select(StoryCommand (texts) =>
            new StoryCommand.ChangeHeadline(texts[0], texts[1], texts[2]))),
        (2, Gen.OneOf(Texts, Gen.Elements("wall", "pier")).Select(StoryCommand (slug) =>
            new StoryCommand.ChangeSlug(slug, null))),
        (1, Texts.Select(StoryCommand (notice) => new StoryCommand.Retract(notice))),
        (1, Texts.Select(StoryCommand (notice) => new StoryCommand.Withdraw(notice))),
        (1, from notice in Texts
            from basis in Gen.Elements(Enum.GetValues<RemovalBasis>())
            from address in Gen.OneOf(Gen.Elements("https://courts.example/17", "/here", null), MaybeTexts)
            select (StoryCommand)new StoryCommand.RemoveForLegalReasons(notice, basis, address)),
        (3, Texts.Select(StoryCommand (notice) => new StoryCommand.Reinstate(notice))));

    private static Gen<StoryCommand.Correct> Corrections() =>
        from claims in Claims.Few(2)
        from note in Texts
        from code in Gen.Elements(CorrectionClass.FactualError, CorrectionClass.EditorsNote)
        select new StoryCommand.Correct(Sample.CorrectionId, code, claims, note);

    private static Gen<StoryCommand> Attributions() =>
        from role in Gen.Frequency((2, Roles.Select(role => (CreditRole?)role)), (1, Gen.Constant<CreditRole?>(null)))
        from id in Gen.Elements("b3", "b4", "b1")
        from names in Gen.Frequency(
            (3, Names.Select(name => (string?)name)), (1, MaybeTexts), (1, Gen.Constant<string?>(null)))
            .ArrayOf(2)
        from reason in MaybeTexts
        select (StoryCommand)new StoryCommand.Attribute(role, role is null ? id : null, names[0], names[1], reason);
}
