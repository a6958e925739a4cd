using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Stories;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Harbour wall gives way", "harbour-wall-gives-way")]
    [InlineData("  \"Wall\" -- it’s gone!  ", "wall-its-gone")]
    [InlineData("Ångström, Łódź & Straße in Đà Nẵng", "angstrom-lodz-strasse-in-da-nang")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Стена упала", "стена-упала")]
    [InlineData("سقوط الجدار", "سقوط-الجدار")]
    [InlineData("壁が崩れた", "壁が崩れた")]
    [InlineData("กำแพงพัง", "กำแพงพัง")]
    [InlineData("हिन्दी में", "हिन्दी-में")]
    [InlineData("2,000 boats", "2-000-boats")]
    [InlineData("!!!", "story")]
    [InlineData("👩‍👩‍👧", "story")]
    [InlineData("", "story")]
    [InlineData("0197a1b2-0000-7000-8000-000000000001", "story-0197a1b2-0000-7000-8000-000000000001")]
    public void A_slug_is_made_of_the_words_of_a_headline(string headline, string expected) =>
        Assert.Equal(expected, Slug.From(headline));

    [Fact]
    public void A_long_headline_is_cut_at_a_word() => Assert.Equal(
        "the-harbour-wall-at-port-ellery-gave-way-on-sunday-and-forty-boats-broke",
        Slug.From("The harbour wall at Port Ellery gave way on Sunday and forty boats broke loose in the storm"));

    [Fact]
    public void A_long_word_is_cut_between_characters() => Assert.Equal(Word(35), Slug.From(Word(60)));

    [Fact]
    public void A_derived_slug_is_well_formed_and_leaves_room_for_a_number() => Law.Holds(Law.Strings, headline =>
    {
        var slug = Slug.From(headline);
        Assert.True(Slug.IsWellFormed(slug), slug);
        Assert.True(Slug.IsWellFormed($"{slug}-1000"), slug);
        Assert.Equal(slug, Slug.From(slug));
    });

    // Each letter but the first takes two UTF-16 code units.
    private static string Word(int letters) => "a" + string.Concat(Enumerable.Repeat("𐐨", letters));
}
