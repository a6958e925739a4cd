using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Changes;

/// <summary>A report of an error as programs send it.</summary>
public sealed record ReportFile(
    string Story, int? Revision, TextQuote? Quote, string Text, string? Evidence, string? Name, string? Email);

/// <summary>What the desk makes of a report.</summary>
public sealed record TriageFile(CorrectionClass Class, Severity? Severity, string? Owner, DateTimeOffset? DueAt);

/// <summary>The JSON in which programs send reports of errors and what the desk does with them.</summary>
/// <remarks>
/// Only the form is checked. Every method throws <see cref="InputFormatException"/> where the text is not UTF-8, not
/// JSON, or not of its shape.
/// </remarks>
public static class ReportJson
{
    private static readonly string[] ReportMembers =
        ["story", "revision", "quote", "text", "evidence", "name", "email"];

    private static readonly string[] QuoteMembers = ["exact", "prefix", "suffix", "field", "block"];
    private static readonly string[] TriageMembers = ["class", "severity", "owner", "dueAt"];

    public static ReportFile ReadReport(ReadOnlyMemory<byte> utf8)
    {
        string? story = null, text = null, evidence = null, name = null, email = null;
        int? revision = null;
        TextQuote? quote = null;
        var input = JsonInput.Begin(utf8, "The report", out var seen);
        while (input.NextMember(ReportMembers, ref seen) is { } member)
        {
            switch (member)
            {
                case "story": story = input.Text(member); break;
                case "revision": revision = input.IsNull ? null : input.Integer(member); break;
                case "quote": quote = input.IsNull ? null : Quote(ref input); break;
                case "text": text = input.TextOrNull(member); break;
                case "evidence": evidence = input.TextOrNull(member); break;
                case "name": name = input.TextOrNull(member); break;
                default: email = input.TextOrNull(member); break;
            }
        }

        var file = new ReportFile(
            story ?? throw input.Here("The report has no 'story'"), revision, quote, text ?? "", evidence, name, email);
        input.ExpectEnd();
        return file;
    }

    public static TriageFile ReadTriage(ReadOnlyMemory<byte> utf8)
    {
        CorrectionClass? @class = null;
        Severity? severity = null;
        string? owner = null;
        DateTimeOffset? dueAt = null;
        var input = JsonInput.Begin(utf8, "The triage", out var seen);
        while (input.NextMember(TriageMembers, ref seen) is { } member)
        {
            switch (member)
            {
                case "class": @class = StoryNames.Class(ref input); break;
                case "severity": severity = input.IsNull ? null : StoryNames.Severity(ref input); break;
                case "owner": owner = input.TextOrNull(member); break;
                default: dueAt = input.TimeOrNull(member); break;
            }
        }

        var file = new TriageFile(
            @class ?? throw input.Here("The triage has no 'class'"), severity, owner, dueAt);
        input.ExpectEnd();
        return file;
    }

    /// <summary>An object with one text, which may be left out: <c>{"reason": "..."}</c>.</summary>
    public static string? ReadText(ReadOnlyMemory<byte> utf8, string name)
    {
        string? text = null;
        var input = new JsonInput(utf8.Span);
        input.ExpectObject("The body");
        var seen = 0u;
        while (input.NextMember([name], ref seen) is { } member)
            text = input.TextOrNull(member);

        input.ExpectEnd();
        return text;
    }

    /// <summary>An object with one id: <c>{"correction": "..."}</c>.</summary>
    public static Guid ReadId(ReadOnlyMemory<byte> utf8, string name)
    {
        Guid? id = null;
        var input = new JsonInput(utf8.Span);
        input.ExpectObject("The body");
        var seen = 0u;
        while (input.NextMember([name], ref seen) is { } member)
        {
            id = Guid.TryParse(input.Text(member), out var parsed)
                ? parsed
                : throw input.Here($"'{name}' must be an id such as 0197a1b2-0000-7000-8000-000000000001");
        }

        var read = id ?? throw input.Here($"The body has no '{name}'");
        input.ExpectEnd();
        return read;
    }

    private static TextQuote Quote(ref JsonInput input)
    {
        string? exact = null, prefix = null, suffix = null, block = null;
        ArticleField? field = null;
        input.ExpectObject("'quote'");
        var seen = 0u;
        while (input.NextMember(QuoteMembers, ref seen) is { } member)
        {
            switch (member)
            {
                case "exact": exact = input.Text(member); break;
                case "prefix": prefix = input.TextOrNull(member); break;
                case "suffix": suffix = input.TextOrNull(member); break;
                case "field": field = input.IsNull ? null : StoryNames.Field(ref input); break;
                default: block = input.TextOrNull(member); break;
            }
        }

        return new(exact ?? throw input.Here("A quote has no 'exact'"), prefix, suffix, field, block);
    }
}
