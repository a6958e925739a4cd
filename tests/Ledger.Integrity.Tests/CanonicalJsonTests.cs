using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ledger.Integrity.Tests;

public sealed class CanonicalJsonTests
{
    // The string and the names are those of RFC 8785, sections 3.2.2 and 3.2.3.
    [Theory]
    [InlineData(
        """{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}""",
        """{"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData(
        """{"\u20ac":"E","\r":"R","\ufb33":"D","1":"One","\ud83d\ude00":"G","\u0080":"C","\u00f6":"O"}""",
        "{\"\\r\":\"R\",\"1\":\"One\",\"\u0080\":\"C\",\"ö\":\"O\",\"€\":\"E\",\"😀\":\"G\",\"\uFB33\":\"D\"}")]
    [InlineData("""{ "literals" : [ null , true, false ] }""", """{"literals":[null,true,false]}""")]
    [InlineData("""{"b":{"d":1,"c":[{"z":1,"a":2}]},"a":-12}""", """{"a":-12,"b":{"c":[{"a":2,"z":1}],"d":1}}""")]
    [InlineData("""{"":1,"aa":2,"a":3}""", """{"":1,"a":3,"aa":2}""")]
    [InlineData("""[9007199254740991,-9007199254740991,0,-0]""", """[9007199254740991,-9007199254740991,0,0]""")]
    [InlineData("\"Straße\\tund \\u0007 \\u007f\"", "\"Straße\\tund \\u0007 \u007f\"")]
    public void A_value_is_written_in_one_way(string json, string canonical) => Assert.Equal(canonical, Write(json));

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":1}""")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    public void What_has_no_canonical_form_is_refused(string json) =>
        Assert.Throws<FormatException>(() => Write(json));

    [Fact]
    public void What_is_canonical_stays_as_it_is()
    {
        const string Canonical = """{"a":"\u0000\b\t\n\f\r\u001f \"\\","b":[{},[],{"x":"é😀"}]}""";

        Assert.Equal(Canonical, Write(Canonical));
        Assert.Equal(Canonical, Write(Write(Canonical)));
    }

    private static string Write(string json)
    {
        using var document = JsonDocument.Parse(json);
        var to = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(document.RootElement, to);
        return Encoding.UTF8.GetString(to.WrittenSpan);
    }
}
