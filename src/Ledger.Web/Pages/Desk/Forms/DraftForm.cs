using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.Formats;
using Ledger.Web.Rendering;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>What the composer of a correction has beside its words: how, why and when.</summary>
public sealed class DraftForm
{
    public bool Apology { get; set; }
    public string? Cause { get; set; }
    public string? PublishAt { get; set; }

    /// <summary>The time of publication; null where none is typed.</summary>
    /// <exception cref="FormatException">It is typed and is no time.</exception>
    public DateTimeOffset? Time => string.IsNullOrWhiteSpace(PublishAt) ? null
        : Rfc3339.TryParse(PublishAt.Trim(), out var time) ? time.ToUniversalTime()
        : throw new FormatException("The time of publication must be like 2026-03-01T08:00:00Z, with its offset.");

    public Cause? CauseOf => Enum.TryParse<Cause>(Cause, out var cause) && Enum.IsDefined(cause) ? cause : null;

    public DraftContent ToContent(CorrectionClass @class, IReadOnlyList<Claim> claims, string note) =>
        new(@class, claims, note, Apology, CauseOf, Time);

    public static DraftForm Of(DraftContent content) => new()
    {
        Apology = content.Apology,
        Cause = content.Cause?.ToString(),
        PublishAt = content.PublishAt is { } time ? When.Machine(time) : null,
    };
}
