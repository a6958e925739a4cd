using System.Text;

namespace Ledger.Formats.Tests;

public sealed class StoryJsonErrorTests
{
    [Theory]
    [InlineData("""{"headlin":"H"}""", "The member 'headlin' is not known here, in line 1, column 2.")]
    [InlineData("""{"headline":"H","headline":"I"}""", "The member 'headline' occurs twice, in line 1, column 17.")]
    [InlineData("{\n  \"headline\": 7}", "'headline' must be a text, but this is a number, in line 2, column 15.")]
    [InlineData("""{"headline":null}""", "'headline' must be a text, but this is null, in line 1, column 13.")]
    [InlineData("""{"credits":{}}""", "'credits' must be an array, but this is an object, in line 1, column 12.")]
    [InlineData("[]", "The story must be an object, but this is an array, in line 1, column 1.")]
    [InlineData("""{"blocks":["x"]}""", "A block must be an object, but this is a text, in line 1, column 12.")]
    [InlineData("""{"blocks":[{"type":"html"}]}""",
        "'html' is no type; it must be one of paragraph, heading, quote, list, image, note, in line 1, column 20.")]
    [InlineData("""{"credits":[{"role":"Author","name":"A"}]}""",
        "'Author' is no role; it must be one of author, agency, photographer, translator, editor, in line 1, "
        + "column 21.")]
    [InlineData("""{"blocks":[{"text":"x"}]}""", "A block has no 'type', in line 1, column 23.")]
    [InlineData("""{"credits":[{"role":"author"}]}""", "A credit has no 'name', in line 1, column 29.")]
    [InlineData("""{"headline":"H","blocks":[]}""", "The story has no 'language', in line 1, column 28.")]
    [InlineData("""{"headline":"H","language":"en"}""", "The story has no 'blocks', in line 1, column 32.")]
    [InlineData("""{"publishedAt":"yesterday"}""",
        "'publishedAt' must be a time such as 2026-03-01T08:00:00Z, with its offset, in line 1, column 16.")]
    [InlineData("""{"headline":"\ud800"}""", "A text holds one half of a surrogate pair, in line 1, column 13.")]
    [InlineData("""{"headline":"H","language":"en","blocks":[]} x""",
        "This is not JSON ('x' is invalid after a single JSON value; Expected end of data), in line 1, column 46.")]
    [InlineData("", "There is no JSON in it, in line 1, column 1.")]
    [InlineData(" \n ", "There is no JSON in it, in line 2, column 2.")]
    [InlineData("{\"headline\":\"H\", // why\n}",
        "This is not JSON ('/' is an invalid start of a property name; Expected a '\"'), in line 1, column 18.")]
    public void What_is_wrong_is_named_with_its_place(string json, string message)
    {
        var error = Assert.Throws<InputFormatException>(() => StoryJsonTests.Read(json));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("{\"headline\":\"H\"")]
    [InlineData("{\"headline\":\"H")]
    [InlineData("{\"headline\"")]
    [InlineData("{\"blocks\":[")]
    [InlineData("{")]
    public void A_story_that_is_cut_off_is_refused_where_it_ends(string json)
    {
        var error = Assert.Throws<InputFormatException>(() => StoryJsonTests.Read(json));

        Assert.Equal((1, json.Length + 1), (error.Line, error.Column));
    }

    [Fact]
    public void Invalid_utf8_is_refused_at_its_first_byte()
    {
        byte[] json = [.. "{\"headline\":\n\"caf"u8, 0xe9, .. "\"}"u8];

        var error = Assert.Throws<InputFormatException>(() => StoryJson.Read(json));

        Assert.Equal("The text is not UTF-8, in line 2, column 5.", error.Message);
    }

    [Fact]
    public void Columns_are_counted_in_bytes()
    {
        var error = Assert.Throws<InputFormatException>(() => StoryJsonTests.Read("""{"headline":"é","x":1}"""));

        Assert.Equal(18, error.Column);
    }

    [Fact]
    public void Deep_nesting_is_refused_whatever_its_depth()
    {
        var json = """{"headline":""" + new string('[', 1_000_000);

        Assert.Throws<InputFormatException>(() => StoryJsonTests.Read(json));
    }

    [Fact]
    public void A_missing_story_is_not_taken_from_a_word()
    {
        var error = Assert.Throws<InputFormatException>(() => StoryJson.Read(Encoding.UTF8.GetBytes("null")));

        Assert.Equal("The story must be an object, but this is null, in line 1, column 1.", error.Message);
    }
}
