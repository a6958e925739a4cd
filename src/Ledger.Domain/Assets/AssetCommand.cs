using Ledger.Domain.Drafts;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

/// <summary>What somebody wants done with a picture.</summary>
public abstract record AssetCommand
{
    private AssetCommand() { }

    public sealed record Register(string Url, AssetWords Words, string? Source) : AssetCommand;

    /// <param name="Severity">Null for what the class has in this house.</param>
    /// <param name="Uses">What the stories say beside it, once for each use; none where no story uses it.</param>
    public sealed record Propose(
        Guid CorrectionId, string Url, CorrectionClass Class, Severity? Severity, IReadOnlyList<Claim> Claims,
        string Note, IReadOnlyList<AssetWords> Uses) : AssetCommand;

    public sealed record Approve(Guid CorrectionId) : AssetCommand;

    public sealed record Reject(Guid CorrectionId, string Reason) : AssetCommand;

    /// <summary>The streams of the stories have it, but for those that it says.</summary>
    public sealed record MarkPublished(Guid CorrectionId, IReadOnlyList<AssetOutcome> Outcomes) : AssetCommand;

    public sealed record Waive(Guid CorrectionId, Guid StoryId, string Reason) : AssetCommand;
}

/// <summary>Who asks, and by which rules.</summary>
/// <param name="IsStandards">Whether they are a standards editor.</param>
public sealed record AssetSituation(Person By, bool IsStandards, PolicyState Policy, Limits Limits);
