using Ledger.Domain.Copies;

namespace Ledger.Formats.Changes;

/// <summary>A copy of a story that is to be known.</summary>
public sealed record LinkFile(CopyKind Kind, string Publisher, string? Language, string? Address);

/// <summary>What became of a correction in a copy.</summary>
public sealed record SettlementFile(Guid Correction, CopyOutcome Outcome, string? Reason);

/// <summary>Why nothing is owed to a copy any more.</summary>
/// <param name="Reason">Empty where the file has none, which a rule refuses.</param>
public sealed record UnlinkFile(string Reason);

/// <summary>The JSON in which programs speak of copies.</summary>
/// <remarks>
/// Only the form is checked. Every method throws <see cref="InputFormatException"/> where the text is not UTF-8, not
/// JSON, or not such an object.
/// </remarks>
public static class CopyJson
{
    private static readonly string[] LinkMembers = ["kind", "publisher", "language", "address"];
    private static readonly string[] SettlementMembers = ["correction", "outcome", "reason"];
    private static readonly string[] UnlinkMembers = ["reason"];

    public static LinkFile ReadLink(ReadOnlyMemory<byte> utf8)
    {
        CopyKind? kind = null;
        string? publisher = null, language = null, address = null;
        var input = JsonInput.Begin(utf8, "The copy", out var seen);
        while (input.NextMember(LinkMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "kind": kind = StoryNames.CopyKind(ref input); break;
                case "publisher": publisher = input.Text(name); break;
                case "language": language = input.TextOrNull(name); break;
                default: address = input.TextOrNull(name); break;
            }
        }

        var file = new LinkFile(
            kind ?? throw input.Here("The copy has no 'kind'"), publisher ?? "", language, address);
        input.ExpectEnd();
        return file;
    }

    public static SettlementFile ReadSettlement(ReadOnlyMemory<byte> utf8)
    {
        Guid? correction = null;
        CopyOutcome? outcome = null;
        string? reason = null;
        var input = JsonInput.Begin(utf8, "The settlement", out var seen);
        while (input.NextMember(SettlementMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "correction": correction = Id(ref input, name); break;
                case "outcome": outcome = StoryNames.CopyOutcome(ref input); break;
                default: reason = input.TextOrNull(name); break;
            }
        }

        var file = new SettlementFile(
            correction ?? throw input.Here("The settlement has no 'correction'"),
            outcome ?? throw input.Here("The settlement has no 'outcome'"), reason);
        input.ExpectEnd();
        return file;
    }

    public static UnlinkFile ReadUnlink(ReadOnlyMemory<byte> utf8)
    {
        string? reason = null;
        var input = JsonInput.Begin(utf8, "The unlinking", out var seen);
        while (input.NextMember(UnlinkMembers, ref seen) is { } name)
            reason = input.TextOrNull(name);

        input.ExpectEnd();
        return new(reason ?? "");
    }

    private static Guid Id(ref JsonInput input, string name) => Guid.TryParse(input.Text(name), out var id)
        ? id
        : throw input.Here($"'{name}' is not an id");
}
