using Ledger.Domain.Assets;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Changes;

/// <summary>A picture of which the desk is to keep account.</summary>
/// <param name="Url">Empty where the file has none, which a rule refuses.</param>
public sealed record AssetFile(string Url, AssetWords Words, string? Source);

/// <summary>A correction of a picture in each story that uses it.</summary>
/// <param name="Severity">Null for what the class has in the house.</param>
/// <param name="Note">Empty where the file has none, which a rule refuses.</param>
public sealed record AssetCorrectionFile(
    CorrectionClass Class, Severity? Severity, IReadOnlyList<Claim> Claims, string Note);

/// <summary>Why a story need not be corrected.</summary>
/// <param name="Reason">Empty where the file has none, which a rule refuses.</param>
public sealed record AssetWaiverFile(Guid Story, string Reason);

/// <summary>The JSON in which programs speak of pictures.</summary>
/// <remarks>
/// Only the form is checked. Every method throws <see cref="InputFormatException"/> where the text is not UTF-8, not
/// JSON, or not such an object.
/// </remarks>
public static class AssetJson
{
    private static readonly string[] AssetMembers = ["url", "caption", "credit", "alt", "source"];
    private static readonly string[] CorrectionMembers = ["class", "severity", "claims", "note"];
    private static readonly string[] WaiverMembers = ["story", "reason"];

    public static AssetFile ReadAsset(ReadOnlyMemory<byte> utf8)
    {
        string? url = null, caption = null, credit = null, alt = null, source = null;
        var input = JsonInput.Begin(utf8, "The picture", out var seen);
        while (input.NextMember(AssetMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "url": url = input.Text(name); break;
                case "caption": caption = input.TextOrNull(name); break;
                case "credit": credit = input.TextOrNull(name); break;
                case "alt": alt = input.TextOrNull(name); break;
                default: source = input.TextOrNull(name); break;
            }
        }

        input.ExpectEnd();
        return new(url ?? "", new(caption, credit, alt), source);
    }

    public static AssetCorrectionFile ReadCorrection(ReadOnlyMemory<byte> utf8)
    {
        CorrectionClass? kind = null;
        Severity? severity = null;
        List<Claim>? claims = null;
        string? note = null;
        var input = JsonInput.Begin(utf8, "The correction", out var seen);
        while (input.NextMember(CorrectionMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "class": kind = StoryNames.Class(ref input); break;
                case "severity": severity = input.IsNull ? null : StoryNames.Severity(ref input); break;
                case "claims": claims = CorrectionJsonReader.Claims(ref input); break;
                default: note = input.TextOrNull(name); break;
            }
        }

        var file = new AssetCorrectionFile(
            kind ?? throw input.Here("The correction has no 'class'"), severity, claims ?? [], note ?? "");
        input.ExpectEnd();
        return file;
    }

    public static AssetWaiverFile ReadWaiver(ReadOnlyMemory<byte> utf8)
    {
        Guid? story = null;
        string? reason = null;
        var input = JsonInput.Begin(utf8, "The waiver", out var seen);
        while (input.NextMember(WaiverMembers, ref seen) is { } name)
        {
            if (name == "story")
                story = Guid.TryParse(input.Text(name), out var id) ? id : throw input.Here("'story' is not an id");
            else
                reason = input.TextOrNull(name);
        }

        var file = new AssetWaiverFile(story ?? throw input.Here("The waiver has no 'story'"), reason ?? "");
        input.ExpectEnd();
        return file;
    }
}
