using System.Globalization;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Witnesses;

/// <summary>What a witness has answered (C2SP tlog-witness), or why there is no answer.</summary>
public abstract record WitnessReply
{
    private WitnessReply()
    {
    }

    /// <summary>It has cosigned.</summary>
    /// <param name="Signature">By its key, and verified.</param>
    public sealed record Cosigned(NoteSignature Signature) : WitnessReply;

    /// <summary>It has cosigned another size last than was said.</summary>
    /// <param name="Size">Which.</param>
    public sealed record Conflict(long Size) : WitnessReply;

    /// <summary>It does not hold the checkpoint for one that extends what it has cosigned.</summary>
    public sealed record Inconsistent : WitnessReply;

    /// <summary>It refuses for another reason.</summary>
    /// <param name="Why">As the rest of a sentence that begins with the witness.</param>
    public sealed record Refused(string Why) : WitnessReply;

    /// <summary>It cannot be reached, or is busy.</summary>
    /// <param name="Why">As the rest of a sentence that begins with the witness.</param>
    /// <param name="Wait">How long it asks to be left alone.</param>
    public sealed record Away(string Why, TimeSpan? Wait = null) : WitnessReply;

    /// <summary>What a status means that is none of the above.</summary>
    internal static WitnessReply Of(int status, TimeSpan? wait) => status switch
    {
        400 => new Refused("cannot read what it was sent, and answers 400"),
        403 => new Refused("knows none of the keys that sign this log, and answers 403"),
        404 => new Refused("does not witness this log, or is not at this address: it answers 404"),
        >= 300 and <= 399 => new Refused(Text($"answers {status}; redirects are not followed")),
        429 or >= 500 => new Away(Text($"answers {status}"), wait),
        _ => new Refused(Text($"answers {status}, which is not of the protocol")),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
