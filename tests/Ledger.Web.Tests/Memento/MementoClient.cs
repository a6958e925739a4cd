using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Ledger.Web.Tests.Memento;

/// <summary>A link as a header or a TimeMap has it.</summary>
internal sealed record Link(string Address, IReadOnlyDictionary<string, string> Attributes)
{
    public string[] Rels => Attributes["rel"].Split(' ');

    public DateTimeOffset? At => Attributes.TryGetValue("datetime", out var time) ? MementoClient.Time(time) : null;
}

/// <summary>A small client of RFC 7089, which knows nothing of this site but what its answers say.</summary>
internal sealed partial class MementoClient(HttpClient client)
{
    public async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Where a TimeGate sends who asks for a time.</summary>
    public async Task<string> NegotiateAsync(string gate, DateTimeOffset time)
    {
        using var answer = await AskAsync(gate, ("Accept-Datetime", time.ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Accept-Datetime", answer.Headers.Vary, StringComparer.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Memento-Datetime"));
        Assert.Contains(LinksOf(answer), link => link.Rels.Contains("original"));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Every memento of a TimeMap, over all its pages.</summary>
    public async Task<List<Link>> ListAsync(string map)
    {
        SortedDictionary<string, List<Link>> pages = new(StringComparer.Ordinal);
        Queue<string> open = new([map]);
        while (open.TryDequeue(out var next))
        {
            if (pages.ContainsKey(next))
                continue;

            using var answer = await AskAsync(next);
            Assert.Equal("application/link-format", answer.Content.Headers.ContentType?.ToString());
            var links = Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(next, links.Single(link => link.Rels.Contains("self")).Address);
            pages[next] = [.. links.Where(link => link.Rels.Contains("memento"))];
            foreach (var page in links.Where(link => link.Rels.Contains("timemap")))
                open.Enqueue(page.Address);
        }

        return [.. pages.Values.SelectMany(page => page)];
    }

    public static List<Link> LinksOf(HttpResponseMessage answer) =>
        Parse(string.Join(", ", answer.Headers.GetValues("Link")));

    public static string Address(HttpResponseMessage answer, string rel) =>
        LinksOf(answer).First(link => link.Rels.Contains(rel)).Address;

    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static List<Link> Parse(string text) => [.. OneLink().Matches(text).Select(match => new Link(
        match.Groups["address"].Value,
        OneAttribute().Matches(match.Groups["rest"].Value).ToDictionary(
            attribute => attribute.Groups["name"].Value, attribute => attribute.Groups["value"].Value)))];

    [GeneratedRegex("""<(?<address>[^>]*)>(?<rest>(\s*;\s*[\w*]+="[^"]*")*)\s*(,|$)""")]
    private static partial Regex OneLink();

    [GeneratedRegex(";\\s*(?<name>[\\w*]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex OneAttribute();
}
