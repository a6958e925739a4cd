using System.Text.Json.Serialization;
using Wolverine.Attributes;

namespace Ledger.Followers.Wolverine.Messages;

/// <summary>What a command came to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerResult>))]
public enum LedgerResult
{
    /// <summary>The story is as the command wants it.</summary>
    Done,

    /// <summary>A second person has to agree, or a time has to come: there is a draft.</summary>
    Drafted,

    /// <summary>A rule said no, and nothing was written.</summary>
    Refused,
}

/// <summary>The answer to a <see cref="LedgerCommand"/>; Wolverine knows it as <c>ledger-answer</c>.</summary>
/// <param name="Result">What the command came to; of the rest only what belongs to that is there.</param>
[MessageIdentity("ledger-answer")]
public sealed record LedgerAnswer(LedgerResult Result)
{
    public Guid? Story { get; init; }
    public string? Slug { get; init; }

    /// <summary>The version of the story; of a draft, that of the draft.</summary>
    public long? Version { get; init; }
    public long? Position { get; init; }

    /// <summary>The number of published states so far.</summary>
    public int? Revision { get; init; }

    /// <summary>False when all was so already and nothing was added.</summary>
    public bool? Changed { get; init; }
    public Guid? Correction { get; init; }
    public Guid? Draft { get; init; }

    /// <summary>Whether it was carried out before, under its key; all else is as it was then.</summary>
    public bool Repeated { get; init; }

    /// <summary>The code of the refusal, which ends the address of the API's problem: <c>not-allowed</c>.</summary>
    public string? Problem { get; init; }

    /// <summary>The refusal in one sentence.</summary>
    public string? Detail { get; init; }
}
