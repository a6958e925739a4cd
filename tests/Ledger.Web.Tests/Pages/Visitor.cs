using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

/// <summary>Somebody who reads pages and fills in their forms, as a browser without script would.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The last answer, with its page.</summary>
    public HttpStatusCode Status { get; private set; }
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");
    public string Html { get; private set; } = "";
    public Uri? Location { get; private set; }
    public HttpResponseMessage Answer { get; private set; } = new();

    public static async Task<Visitor> SignedInAsync(WebServer server, params Role[] roles)
    {
        var account = await server.AddAccountAsync(roles);
        var visitor = new Visitor(server.Browser());
        await visitor.GetAsync("/sign-in");
        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        return visitor;
    }

    public async Task<IHtmlDocument> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await AskAsync(request);
    }

    /// <summary>Goes back to a page that was seen before, as it stood then, and sends a form of it.</summary>
    public Task<IHtmlDocument> SendFromAsync(
        IHtmlDocument page, string path, string form, IReadOnlyList<(string Name, string Value)> values)
    {
        Page = page;
        Answer = new() { RequestMessage = new(HttpMethod.Get, new Uri(client.BaseAddress!, path)) };
        return SendAsync(form, values);
    }

    /// <summary>Sends a form of the present page as it stands, with some of its fields filled in otherwise.</summary>
    /// <param name="form">Its selector.</param>
    /// <param name="values">A name that occurs several times in the form replaces its rows in their order.</param>
    /// <param name="button">The name and value of the button that is pressed.</param>
    public async Task<IHtmlDocument> SendAsync(
        string form, IReadOnlyList<(string Name, string Value)> values, (string Name, string Value)? button = null)
    {
        var element = (IHtmlFormElement)(Page.QuerySelector(form)
            ?? throw new InvalidOperationException($"The page has no form '{form}': {Page.Body?.TextContent}"));
        var fields = FieldsOf(element).ToList();
        foreach (var name in values.Select(value => value.Name).Distinct())
        {
            fields.RemoveAll(field => field.Key == name);
            fields.AddRange(values.Where(value => value.Name == name)
                .Select(value => new KeyValuePair<string, string>(name, value.Value)));
        }

        if (button is { } pressed)
            fields.Add(new(pressed.Name, pressed.Value));

        var action = element.GetAttribute("action") is { Length: > 0 } given
            ? given
            : Answer.RequestMessage!.RequestUri!.PathAndQuery;
        using var request = new HttpRequestMessage(HttpMethod.Post, action);
        request.Content = new FormUrlEncodedContent(fields);
        return await AskAsync(request);
    }

    /// <summary>Goes where the last answer sends, and must be sent somewhere.</summary>
    public Task<IHtmlDocument> FollowAsync() => GetAsync(Location?.ToString()
        ?? throw new InvalidOperationException($"{Status} sends nowhere: {Page.Body?.TextContent}"));

    public string Text(string selector) => string.Join(' ', (Page.QuerySelector(selector)
        ?? throw new InvalidOperationException($"The page has no '{selector}': {Page.Body?.TextContent}"))
        .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Value(string selector) => Page.QuerySelector(selector) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw new InvalidOperationException($"'{selector}' is no field: {other?.TagName ?? "not there"}."),
    };

    public void Dispose() => client.Dispose();

    private async Task<IHtmlDocument> AskAsync(HttpRequestMessage request)
    {
        Answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (Status, Location) = (Answer.StatusCode, Answer.Headers.Location);
        Html = await Answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Page = await Parser.ParseDocumentAsync(Html, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value.ReplaceLineEndings("\r\n")),
                IHtmlSelectElement select => (select.Name, select.Value),
                _ => (null, null),
            };
            if (name is not null)
                yield return new(name, value ?? "");
        }
    }
}
