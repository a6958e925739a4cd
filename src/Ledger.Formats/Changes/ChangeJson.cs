using Ledger.Domain.Stories;

namespace Ledger.Formats.Changes;

/// <summary>The JSON in which programs send changes of a story; its words are those of the command line.</summary>
/// <remarks>
/// Only the form is checked, as in <see cref="StoryJson"/>. Every method throws <see cref="InputFormatException"/>
/// where the text is not UTF-8, not JSON, or not such a change.
/// </remarks>
public static class ChangeJson
{
    private static readonly string[] AttributionMembers = ["block", "credit", "from", "to", "reason"];
    private static readonly string[] CaptionMembers = ["block", "text", "credit", "reason"];
    private static readonly string[] HeadlineMembers = ["headline", "standfirst", "reason"];
    private static readonly string[] SlugMembers = ["slug", "reason"];
    private static readonly string[] ReasonMembers = ["reason"];
    private static readonly string[] AmendmentMembers = ["note", "reason"];
    private static readonly string[] RetractionMembers = ["action", "notice", "basis", "blockedBy"];

    /// <summary>A story as <see cref="StoryJson"/> has it, with <c>kind</c> and perhaps <c>reason</c> beside.</summary>
    public static RevisionFile ReadRevision(ReadOnlyMemory<byte> utf8)
    {
        var input = new JsonInput(utf8.Span);
        var revision = StoryJsonReader.Revision(ref input);
        input.ExpectEnd();
        return revision;
    }

    /// <summary>
    /// <c>{"class","note","claims":[{"wrong","right","field"}]}</c>, or with one claim's members in place of the list.
    /// </summary>
    public static CorrectionFile ReadCorrection(ReadOnlyMemory<byte> utf8)
    {
        var input = new JsonInput(utf8.Span);
        var correction = CorrectionJsonReader.Correction(ref input);
        input.ExpectEnd();
        return correction;
    }

    public static AttributionFile ReadAttribution(ReadOnlyMemory<byte> utf8)
    {
        CreditRole? credit = null;
        string? block = null, from = null, to = null, reason = null;
        var input = JsonInput.Begin(utf8, "The change of an attribution", out var seen);
        while (input.NextMember(AttributionMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "block": block = input.TextOrNull(name); break;
                case "credit": credit = input.IsNull ? null : StoryNames.Role(ref input, name); break;
                case "from": from = input.TextOrNull(name); break;
                case "to": to = input.TextOrNull(name); break;
                default: reason = input.TextOrNull(name); break;
            }
        }

        input.ExpectEnd();
        return new(credit, block, from, to, reason);
    }

    public static CaptionFile ReadCaption(ReadOnlyMemory<byte> utf8)
    {
        string? block = null, text = null, credit = null, reason = null;
        var input = JsonInput.Begin(utf8, "The change of a caption", out var seen);
        while (input.NextMember(CaptionMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "block": block = input.Text(name); break;
                case "text": text = input.TextOrNull(name); break;
                case "credit": credit = input.TextOrNull(name); break;
                default: reason = input.TextOrNull(name); break;
            }
        }

        var file = new CaptionFile(
            block ?? throw input.Here("The change of a caption has no 'block'"), text, credit, reason);
        input.ExpectEnd();
        return file;
    }

    public static HeadlineFile ReadHeadline(ReadOnlyMemory<byte> utf8)
    {
        string? headline = null, standfirst = null, reason = null;
        var input = JsonInput.Begin(utf8, "The change of a headline", out var seen);
        while (input.NextMember(HeadlineMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "headline": headline = input.TextOrNull(name); break;
                case "standfirst": standfirst = input.TextOrNull(name); break;
                default: reason = input.TextOrNull(name); break;
            }
        }

        input.ExpectEnd();
        return new(headline, standfirst, reason);
    }

    public static SlugFile ReadSlug(ReadOnlyMemory<byte> utf8)
    {
        string? slug = null, reason = null;
        var input = JsonInput.Begin(utf8, "The change of a slug", out var seen);
        while (input.NextMember(SlugMembers, ref seen) is { } name)
        {
            if (name == "slug")
                slug = input.Text(name);
            else
                reason = input.TextOrNull(name);
        }

        var file = new SlugFile(slug ?? throw input.Here("The change of a slug has no 'slug'"), reason);
        input.ExpectEnd();
        return file;
    }

    /// <summary><c>{"action","notice"}</c>, for a removal with <c>basis</c> and perhaps <c>blockedBy</c>.</summary>
    public static RetractionFile ReadRetraction(ReadOnlyMemory<byte> utf8)
    {
        RetractionAction? action = null;
        RemovalBasis? basis = null;
        string? notice = null, blockedBy = null;
        var input = JsonInput.Begin(utf8, "The retraction", out var seen);
        while (input.NextMember(RetractionMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "action": action = StoryNames.Action(ref input); break;
                case "basis": basis = input.IsNull ? null : StoryNames.Basis(ref input); break;
                case "blockedBy": blockedBy = input.TextOrNull(name); break;
                default: notice = input.TextOrNull(name); break;
            }
        }

        var isRemoval = (action ?? throw input.Here("The retraction has no 'action'")) == RetractionAction.Remove;
        if (isRemoval && basis is null)
            throw input.Here("The removal has no 'basis'");

        if (!isRemoval && (basis is not null || blockedBy is not null))
            throw input.Here("Only a removal has a 'basis' or a 'blockedBy'");

        input.ExpectEnd();
        return new(action.Value, notice ?? "", basis, blockedBy);
    }

    public static ReasonFile ReadReason(ReadOnlyMemory<byte> utf8)
    {
        string? reason = null;
        var input = JsonInput.Begin(utf8, "The reason", out var seen);
        while (input.NextMember(ReasonMembers, ref seen) is { } name)
            reason = input.TextOrNull(name);

        input.ExpectEnd();
        return new(reason ?? "");
    }

    public static AmendmentFile ReadAmendment(ReadOnlyMemory<byte> utf8)
    {
        string? note = null, reason = null;
        var input = JsonInput.Begin(utf8, "The amendment", out var seen);
        while (input.NextMember(AmendmentMembers, ref seen) is { } name)
        {
            if (name == "note")
                note = input.TextOrNull(name);
            else
                reason = input.TextOrNull(name);
        }

        input.ExpectEnd();
        return new(note ?? "", reason);
    }
}
