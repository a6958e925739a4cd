using System.Text;
using System.Text.Json;
using Ledger.Formats.NewsArticle;

namespace Ledger.Formats.Tests.Publishing;

public sealed class NewsArticleTests
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Each_state_is_written_as_it_was_agreed(string state) =>
        Golden.Holds($"{state}.jsonld.json", NewsArticleJson.Write(Sample.Of(state)));

    [Fact]
    public void Nothing_in_it_ends_the_element_of_a_page()
    {
        var text = Encoding.UTF8.GetString(NewsArticleJson.Write(Sample.Corrected with
        {
            Notice = "</script><!--",
            Notes = [Sample.Corrected.Notes[0] with { Text = "</script><script>alert(1)</script><!-- & \u2028" }],
        }));

        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('\u2028', text);
        using var json = JsonDocument.Parse(text);
        Assert.StartsWith("</script>", json.RootElement.GetProperty("correction")[0].GetProperty("text").GetString(),
            StringComparison.Ordinal);
    }
}
