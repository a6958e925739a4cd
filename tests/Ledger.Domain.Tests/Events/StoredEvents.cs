using System.Reflection;
using System.Text;
using Ledger.Application;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Events;

/// <summary>The stored form of every event, which never changes, and that no type is forgotten anywhere.</summary>
public sealed class StoredEvents
{
    // The names that the log may hold, of events that are there and of events that are to come.
    private static readonly string[] Contract =
    [
        "story_published", "article_revised", "correction_issued", "correction_amended", "correction_withdrawn",
        "attribution_changed", "caption_edited", "headline_changed", "article_retracted", "article_withdrawn",
        "article_reinstated", "slug_changed", "correction_drafted", "correction_approved", "correction_rejected",
        "report_received", "report_triaged", "report_closed", "asset_registered", "asset_caption_edited",
        "asset_credit_changed", "content_erased", "policy_adopted", "report_reopened", "report_contact_erased",
        "article_removed", "copy_linked", "copy_settled", "copy_unlinked",
        "fix_proposed", "fix_approved", "fix_rejected",
        "correction_draft_edited", "correction_submitted", "correction_cleared", "correction_discarded",
        "correction_rushed", "correction_returned", "correction_published",
        "asset_correction_proposed", "asset_correction_cleared", "asset_correction_approved",
        "asset_correction_rejected", "asset_correction_published", "asset_exception_waived",
    ];

    private static readonly IReadOnlyList<Type> EventTypes =
        [.. typeof(StoryEvent).Assembly.GetTypes().Where(IsEvent)];

    public static TheoryData<string> Aliases => [.. EventTypes.Select(AliasOf)];

    public static TheoryData<string> StoryAliases =>
        [.. EventTypes.Where(type => type.IsSubclassOf(typeof(StoryEvent))).Select(AliasOf)];

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_is_stored_byte_for_byte_as_ever(string alias) => Assert.Equal(
        Encoding.UTF8.GetString(Golden(alias)),
        Encoding.UTF8.GetString(LedgerEvents.Catalogue.Write(SampleOf(alias))));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void What_was_stored_is_read_and_written_again_unchanged(string alias)
    {
        var read = LedgerEvents.Catalogue.Read(alias, Golden(alias));

        Assert.Equal(SampleOf(alias).GetType(), read.GetType());
        Assert.Equal(Golden(alias), LedgerEvents.Catalogue.Write(read));
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_has_a_name_of_the_contract_and_is_in_the_catalogue(string alias)
    {
        Assert.Contains(alias, Contract);
        Assert.True(LedgerEvents.Catalogue.Knows(alias));
        Assert.Equal(alias, LedgerEvents.Catalogue.AliasOf(SampleOf(alias).GetType()));
    }

    [Theory]
    [MemberData(nameof(StoryAliases))]
    public void An_event_of_a_story_is_known_to_the_fold(string alias)
    {
        var sample = (StoryEvent)SampleOf(alias);

        Assert.Contains(Stories.StateTransitions.States.Values, history =>
            Record.Exception(() => new Given([.. history, sample]).State) is null);
    }

    [Fact]
    public void There_is_no_golden_file_too_many() => Assert.Equal(
        EventTypes.Select(type => $"{AliasOf(type)}.golden.json").Order(StringComparer.Ordinal),
        Directory.GetFiles(GoldenFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void An_event_that_is_not_known_cannot_be_folded() =>
        Assert.Throws<System.Diagnostics.UnreachableException>(() => new Given(Sample.Published, new Unheard()).State);

    [Fact]
    public void A_correction_has_one_of_the_codes_of_the_vocabulary() => Assert.Equal(
        [
            "factual-error", "misattribution", "misquote", "misidentification", "misspelling-name", "image-caption",
            "attribution-credit", "headline", "omission-context", "clarification", "editors-note",
        ],
        Enum.GetValues<CorrectionClass>().Select(code =>
            System.Text.Json.JsonSerializer.Serialize(code, LedgerEvents.Json).Trim('"')));

    private static string GoldenFolder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private static byte[] Golden(string alias) => File.ReadAllBytes(Path.Combine(GoldenFolder, $"{alias}.golden.json"));

    private static string AliasOf(Type type) =>
        type.GetCustomAttribute<EventTypeAttribute>()?.Alias ?? $"{type.Name} has no EventType attribute";

    // By its attribute or by its family, so that an event which lacks one of the two is found.
    private static bool IsEvent(Type type) => !type.IsAbstract
        && (type.IsDefined(typeof(EventTypeAttribute))
            || type.BaseType is { IsAbstract: true } family && family.Name.EndsWith("Event", StringComparison.Ordinal));

    private static object SampleOf(string alias) =>
        EventSamples.All.Single(sample => AliasOf(sample.GetType()) == alias);

    private sealed record Unheard : StoryEvent;
}
