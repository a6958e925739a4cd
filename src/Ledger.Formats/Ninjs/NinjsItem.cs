using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;
using Ledger.Formats.Importing;

namespace Ledger.Formats.Ninjs;

/// <summary>One version of a news object, under the names of ninjs 1, 2 or 3.</summary>
/// <remarks>
/// The note to editors is not for the public; it becomes the reason of the revision only where the object is signalled
/// as a correction, as some systems of agencies do.
/// </remarks>
internal sealed class NinjsItem
{
    private readonly JsonElement item;
    private readonly string uri;

    public NinjsItem(JsonElement item)
    {
        this.item = item;
        uri = SourceArticle.Name(item.Text("uri") ?? item.Text("guid"), "The 'uri' of an object");
    }

    /// <summary>Pictures, composites and what the provider holds back are no stories.</summary>
    public static bool IsPublicText(JsonElement item) =>
        item.Text("type") is null or "text" && item.Text("pubStatus", "pubstatus") != "withheld";

    /// <exception cref="InputFormatException">It has no time, no number as version, or an embargo.</exception>
    public SourceRevision ToRevision(DateTimeOffset now)
    {
        if (ForeignTime.Find(item.Text("embargoedUntil", "embargoed")) is { } until && until > now)
            throw new InputFormatException($"The object '{uri}' is under embargo until {Rfc3339.Write(until)}");

        var at = ForeignTime.Read(
            item.Text("versionCreated", "versioncreated") ?? item.Text("firstCreated", "firstcreated"),
            $"The 'versionCreated' of '{uri}'");
        var by = item.Text("by", "byline");
        var revision = new SourceRevision(
            SourceArticle.Host(uri, "ninjs"), uri, Version(at), at, by,
            IsCorrection() ? item.Text("edNote", "ednote") : null,
            item.Text("headline") ?? item.Values("headlines").Select(one => one.Text("value")).FirstOrDefault()
                ?? item.Text("title"),
            "", NinjsBody.Summary(item), by)
        {
            Language = item.Text("language"),
            IsCancelled = item.Text("pubStatus", "pubstatus") is "canceled" or "cancelled",
        };
        return SourceArticle.With(revision, new(
            NinjsBody.Read(item),
            Credits(by),
            item.Values("subjects", "subject").Select(one => one.Text("name")).FirstOrDefault(),
            item.Text("located")));
    }

    private int Version(DateTimeOffset at) => item.Text("version") is not { } version ? SourceArticle.NumberOf(at)
        : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InputFormatException($"The 'version' of '{uri}' is no whole number from 1");

    private bool IsCorrection() => item.Values("signal").Any(signal =>
        string.Equals(signal.Text("code") ?? signal.Text("name"), "correction", StringComparison.OrdinalIgnoreCase));

    private List<Credit> Credits(string? by)
    {
        var people = item.Values("people", "person")
            .Where(person => person.Text("rel") is not null && Role(person.Text("rel")) is not null)
            .Select(person => (Role: Role(person.Text("rel"))!.Value, Name: person.Text("name")))
            .ToList();
        if (by is not null && people.TrueForAll(person => person.Role != CreditRole.Author))
            people.Insert(0, (CreditRole.Author, by));

        return
        [
            .. people.Concat(item.Values("infoSources", "infosource")
                .Select(source => (Role: CreditRole.Agency, Name: source.Text("name"))))
                .Where(credit => credit.Name is not null)
                .Select(credit => new Credit(credit.Role, credit.Name!)),
        ];
    }

    // People whom a story is about are listed beside those who made it.
    private static CreditRole? Role(string? relation) => relation switch
    {
        "author" or "writer" or "byline" => CreditRole.Author,
        "photographer" => CreditRole.Photographer,
        "translator" => CreditRole.Translator,
        "editor" => CreditRole.Editor,
        _ => null,
    };
}

internal static class NinjsMembers
{
    /// <summary>The first of the members that has words; a number is one.</summary>
    public static string? Text(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value))
                continue;

            var text = value.ValueKind switch
            {
                JsonValueKind.String => SourceArticle.NotBlank(value.GetString()),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            if (text is not null)
                return text;
        }

        return null;
    }

    /// <summary>The items of the first member that is there: an array, or an object with names for them.</summary>
    public static IEnumerable<JsonElement> Values(this JsonElement item, params string[] names)
    {
        var found = names.FirstOrDefault(name => item.TryGetProperty(name, out _));
        if (found is null)
            return [];

        var value = item.GetProperty(found);
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => value.EnumerateObject().Select(member => member.Value),
            _ => [],
        };
    }
}
