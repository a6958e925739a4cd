namespace Ledger.Domain.Stories;

/// <summary>What somebody wants done to one story, with the ids it needs already drawn.</summary>
public abstract record StoryCommand
{
    private StoryCommand() { }

    /// <summary>
    /// Whether it happened elsewhere, long ago, and is imported: it is taken as it was, classed by nobody.
    /// </summary>
    public bool IsHistory { get; init; }

    /// <summary>Blocks without an id (an empty one) are given one.</summary>
    public sealed record Publish(string Slug, Article Article) : StoryCommand;

    /// <summary>The whole article as it is to be; blocks without an id are matched with those that are there.</summary>
    public sealed record Revise(Article Article, RevisionKind Kind, string? Reason) : StoryCommand
    {
        /// <summary>Who looked at a minor fix that is more than style; null where nobody did.</summary>
        public SecondPerson? SecondPerson { get; init; }
    }

    /// <summary>Replaces wrong words by right ones wherever they stand, and says so in a public note.</summary>
    public sealed record Correct(
        Guid CorrectionId, CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note) : StoryCommand
    {
        /// <summary>How grave it is in this house; by default what its class is everywhere.</summary>
        public Severity Gravity { get; init; } = Class.DefaultSeverity();

        /// <summary>Whether the house says that it is sorry.</summary>
        public bool Apology { get; init; }

        /// <summary>Who drafted and who approved it; null where nobody was asked to say so.</summary>
        public CorrectionReview? Review { get; init; }
    }

    /// <summary>The same beside one picture alone, as a part of a correction of the picture in all stories.</summary>
    /// <param name="Url">The picture's address, as the story's blocks have it.</param>
    /// <param name="AssetId">The stream of the picture.</param>
    public sealed record CorrectPicture(string Url, Guid AssetId, Correct Correction) : StoryCommand;

    /// <summary>Gives a published correction another note; both stay readable for ever.</summary>
    public sealed record AmendCorrection(Guid CorrectionId, string Note, string? Reason) : StoryCommand;

    /// <summary>Takes a published correction back; it stays readable for ever, with the reason.</summary>
    public sealed record WithdrawCorrection(Guid CorrectionId, string Reason) : StoryCommand;

    /// <summary>Changes a credit of the article, by its role, or a block's speaker or credit, by its id.</summary>
    public sealed record Attribute(
        CreditRole? Role, string? BlockId, string? From, string? To, string? Reason) : StoryCommand;

    /// <summary>A new caption, credit, or both; null leaves that part as it is, an empty text takes it away.</summary>
    public sealed record EditCaption(string BlockId, string? Caption, string? Credit, string? Reason) : StoryCommand;

    /// <summary>A new headline, standfirst, or both; null leaves a part, an empty standfirst takes it away.</summary>
    public sealed record ChangeHeadline(string? Headline, string? Standfirst, string? Reason) : StoryCommand;

    /// <summary>A new address; the old one leads to it for ever.</summary>
    public sealed record ChangeSlug(string Slug, string? Reason) : StoryCommand;

    public sealed record Retract(string Notice) : StoryCommand;

    public sealed record Withdraw(string Notice) : StoryCommand;

    /// <summary>Puts a notice in place of the story because the law or somebody's safety asks for it.</summary>
    public sealed record RemoveForLegalReasons(string Notice, RemovalBasis Basis, string? BlockedBy) : StoryCommand;

    public sealed record Reinstate(string Notice) : StoryCommand;
}
