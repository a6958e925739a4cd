using Ledger.Text.Substance;

namespace Ledger.Text.Tests;

public sealed class SubstanceTests
{
    [Theory]
    // Numbers, by digits and by words, however they are written.
    [InlineData("The fine was £5m.", "The fine was £3m.", "number: 5 > 3")]
    [InlineData("Some 1,200 homes lost power.", "Some 12,000 homes lost power.", "number: 1,200 > 12,000")]
    [InlineData("Seven people were hurt.", "Nine people were hurt.", "number: Seven > Nine")]
    [InlineData("It took twenty-five men.", "It took twenty-four men.", "number: twenty-five > twenty-four")]
    [InlineData("A gift of five million pounds", "A gift of five billion pounds", "number: million > billion")]
    [InlineData("Growth was 2.5%.", "Growth was -2.5%.", "number: 2.5 > 2.5")]
    [InlineData("Ten boats sank, two stayed.", "Two boats sank, ten stayed.", "number: Ten > Two; number: two > ten")]
    [InlineData("قتل ١٢ شخصا", "قتل ١٥ شخصا", "number: ١٢ > ١٥")]
    [InlineData("Boats sank.", "12 boats sank.", "number:  > 12")]
    // Dates and times.
    [InlineData("It fell on Sunday.", "It fell on Monday.", "date: Sunday > Monday")]
    [InlineData("built in 1962", "built in 1926", "date: 1962 > 1926")]
    [InlineData("on 5 March 2024", "on 6 March 2024", "date: 5 > 6")]
    [InlineData("on 5 March 2024", "on 5 April 2024", "date: March > April")]
    [InlineData("at 10:30 am", "at 11:30 am", "date: 10:30 > 11:30")]
    [InlineData("It opens tomorrow.", "It opened yesterday.", "date: tomorrow > yesterday")]
    // Names.
    [InlineData("The mayor, Una Brandt, spoke.", "The mayor, Una Brand, spoke.", "name: Brandt > Brand")]
    [InlineData("They met in Port Ellery.", "They met in Port Ellis.", "name: Ellery > Ellis")]
    [InlineData("The NHS paid.", "The BBC paid.", "name: NHS > BBC")]
    [InlineData("Smith said so.", "Smyth said so.", "name: Smith > Smyth")]
    [InlineData("Smith beat Jones in the end.", "Jones beat Smith in the end.",
        "name:  > Jones; name: Jones > ")]
    [InlineData("Его встретил Иван Петров.", "Его встретил Иван Павлов.", "name: Петров > Павлов")]
    [InlineData("Το είπε ο Νίκος Παπάς.", "Το είπε ο Νίκος Μακρής.", "name: Παπάς > Μακρής")]
    [InlineData("他住在北京。", "他住在南京。", "name: 北 > 南")]
    [InlineData("التقى محمود في بغداد", "التقى محمود في الموصل", "name: بغداد > الموصل")]
    // Quotations.
    [InlineData("She called it “a disgrace”.", "She called it “a triumph”.", "quotation: disgrace > triumph")]
    [InlineData("He said \"we knew\" twice", "He said \"we guessed\" twice", "quotation: knew > guessed")]
    [InlineData("Elle dit : « un échec ».", "Elle dit : « un succès ».", "quotation: échec > succès")]
    [InlineData("It was ‘quite safe’, he said.", "It was ‘quite unsafe’, he said.", "quotation: safe > unsafe")]
    // Negations.
    [InlineData("The wall was safe.", "The wall was not safe.", "negation:  > not")]
    [InlineData("They can leave.", "They can't leave.", "negation:  > can't")]
    [InlineData("It is now open.", "It is not open.", "negation: now > not")]
    [InlineData("They left without pay.", "They left with pay.", "negation: without > with")]
    // Units and currencies.
    [InlineData("It is 5 miles long.", "It is 5 kilometres long.", "unit: miles > kilometres")]
    [InlineData("It cost $5.", "It cost €5.", "unit: $ > €")]
    [InlineData("in 5 days", "in 5 weeks", "unit: days > weeks")]
    // Several in one place.
    [InlineData("the 5 miles of wall", "the 8 kilometres of wall", "number: 5 > 8; unit: miles > kilometres")]
    [InlineData("The end.", "The end. The owner sold the house to pay what he owed them.",
        "passage:  > The owner sold the house to pay what he owed them")]
    public void Facts_are_flagged(string before, string after, string expected) =>
        Assert.Equal(expected, Flags(before, after));

    [Theory]
    [InlineData("He said \"no\" - twice.", "He said “no” – twice.")]
    [InlineData("It's  the\nharbour's wall...", "It’s the harbour’s wall…")]
    [InlineData("a well-known e-mail", "a well known e-mail")]
    [InlineData("the recieved wisdom", "the received wisdom")]
    [InlineData("The organisation grew.", "The organization grew.")]
    [InlineData("the wall fell.", "The wall fell.")]
    [InlineData("The web site fell. it stood", "The website fell. It stood")]
    [InlineData("It fell, and they left.", "It fell. They left.")]
    [InlineData("the internet", "the Internet")]
    [InlineData("5,000 homes", "5000 homes")]
    [InlineData("five homes", "5 homes")]
    [InlineData("£5 million", "£5m")]
    [InlineData("5 percent", "5%")]
    [InlineData("5 km", "5 kilometres")]
    [InlineData("10.30 am", "10:30 a.m.")]
    [InlineData("5 May 2024", "May 5, 2024")]
    [InlineData("Jan. 5", "January 5th")]
    [InlineData("It didn't fall.", "It did not fall.")]
    [InlineData("It cannot fall.", "It can't fall.")]
    [InlineData("the U.S. coast", "the US coast")]
    [InlineData("[the wall](http://a.example/1)", "[the wall](http://b.example/22)")]
    [InlineData("1. first\n2. then", "2. first\n3. then")]
    [InlineData("It was *very* large.", "It was very large.")]
    [InlineData("which was large", "that was huge")]
    [InlineData("soft\u00ADhyphen, zero\u200Bwidth", "softhyphen, zerowidth")]
    [InlineData("Don&#8217;t fall.", "Don’t fall.")]
    [InlineData("Der große Hund bellt.", "Der grosse Hund bellt.")]
    [InlineData("", "")]
    public void Style_is_not_flagged(string before, string after)
    {
        Assert.Equal("", Flags(before, after));
        Assert.Equal("", Flags(after, before));
    }

    [Fact]
    public void A_headline_is_one_fact()
    {
        Assert.Equal("headline: Wall falls > Wall stands", Flags("Wall falls", "Wall stands", TextRole.Headline));
        Assert.Equal("", Flags("Wall recieves Visitors", "Wall receives visitors", TextRole.Headline));
    }

    [Fact]
    public void A_name_of_who_said_it_is_one_fact()
    {
        Assert.Equal("attribution: Una Brandt > Una Brand", Flags("Una Brandt", "Una Brand", TextRole.Attribution));
        Assert.Equal("attribution: Una Brandt > ", Flags("Una Brandt", "", TextRole.Attribution));
        Assert.Equal("", Flags("Una Brandt", "UNA BRANDT", TextRole.Attribution));
    }

    [Fact]
    public void Every_word_of_a_quote_is_a_quotation_but_not_its_spelling()
    {
        Assert.Equal("quotation: knew > guessed", Flags("We knew it.", "We guessed it.", TextRole.Quote));
        Assert.Equal("", Flags("We beleived it.", "We believed it.", TextRole.Quote));
    }

    [Fact]
    public void Words_that_moved_to_another_text_are_not_flagged()
    {
        const string moved = "Una Brandt paid 12 pounds in May 2019.";
        var flags = SubstanceClassifier.Classify(
            [new("The wall fell. " + moved, "The wall fell.", TextRole.Prose), new("", moved, TextRole.Prose)], "en");

        Assert.Empty(flags);
    }

    [Fact]
    public void In_German_a_capital_alone_is_no_name()
    {
        Assert.Equal("", Flags("Das war ein Haus am Meer.", "Das war ein Haus am Strand.", language: "de"));
        Assert.Equal("name: Brandt > Brand",
            Flags("Das sagte Una Brandt gestern.", "Das sagte Una Brand gestern.", language: "de-AT"));
        Assert.Equal("negation: ein > kein", Flags("Das war ein Haus.", "Das war kein Haus.", language: "de"));
    }

    [Fact]
    public void A_million_hostile_characters_are_classed_in_a_moment()
    {
        foreach (var part in (string[])["[](", "<a", "{{", "a'", "\"", "1,", "A-1", "&#", "- ", "(", "x@", "\ud800"])
        {
            var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
            Assert.True(SubstanceClassifier.Classify([new(text, text + " 5 x", TextRole.Prose)], "en").Count < 9);
        }
    }

    [Fact]
    public void Long_words_are_cut_and_many_flags_are_too()
    {
        var texts = Enumerable.Range(1, 200).Select(i => new ChangedText($"{i} a", $"{i + 500} a", TextRole.Prose));
        var flags = SubstanceClassifier.Classify([.. texts], "en");
        Assert.Equal(SubstanceClassifier.MostFlags, flags.Count);

        var headline = SubstanceClassifier.Classify([new("", new string('w', 5_000), TextRole.Headline)], "en");
        Assert.InRange(Assert.Single(headline).After.Length, 100, 200);
    }

    private static string Flags(
        string before, string after, TextRole role = TextRole.Prose, string language = "en") =>
        string.Join("; ", SubstanceClassifier.Classify([new(before, after, role)], language)
            .Select(flag => $"{flag.Kind.ToString().ToLowerInvariant()}: {flag.Before} > {flag.After}"));
}
