using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

internal static class Proposing
{
    public static Decision<AssetEvent> Propose(AssetCommand.Propose c, AssetState state, AssetSituation at)
    {
        if (state.Find(c.CorrectionId) is not null)
            return new([], null);

        if (state.Registered is null && c.Uses.Count == 0)
            return new AssetNotFound();

        if (state.FindPending() is not null)
            return new AssetCorrectionPending();

        var policy = at.Policy.Policy;
        var proposal = new AssetProposal(
            c.Class, c.Severity ?? policy.SeverityOf(c.Class), c.Claims, c.Note);
        if ((FirstBroken(proposal, policy, at.Limits) ?? Unfit(c, state)) is { } refused)
            return refused;

        // A picture is known by its uses; its own stream begins with the first thing that is to be noted of it.
        return new(
            [
                .. state.Registered is null ? (AssetEvent[])[Registering.OfUses(c.Url, c.Uses)] : [],
                new AssetCorrectionProposed(c.CorrectionId, proposal, at.By),
                .. policy.Approvals.For(proposal.Severity) == Approval.None
                    ? (AssetEvent[])[new AssetCorrectionCleared(c.CorrectionId, at.Policy.Version)]
                    : [],
            ],
            null);
    }

    private static Refusal? FirstBroken(AssetProposal proposal, HousePolicy policy, Limits limits)
    {
        var (most, least) = (Math.Min(limits.Claims, policy.Limits.Claims), policy.SeverityOf(proposal.Class));
        return (proposal.Severity < least ? new SeverityTooLow(least) : null)
            ?? (proposal.Severity == Severity.Minor ? null : TextRules.Required(proposal.Note, new NoteRequired()))
            ?? TextRules.Broken("note", proposal.Note, Math.Min(limits.Note, policy.Limits.NoteCharacters))
            ?? (proposal.Claims.Count == 0 ? new ClaimsRequired() : null)
            ?? (proposal.Claims.Count > most ? new TooMany("claims", proposal.Claims.Count, most) : null)
            ?? proposal.Claims.Select((claim, i) => FirstBroken(claim, $"claims[{i}]", limits))
                .OfType<Refusal>().FirstOrDefault();
    }

    private static Refusal? FirstBroken(Claim claim, string at, Limits limits) =>
        Claim.FirstBroken(claim, at, limits)
        ?? (claim.Field is ArticleField.Caption or ArticleField.Credit
            ? null
            : new InvalidField($"{at}.field", "must be 'caption' or 'credit': a picture has no other words"));

    // What fits nowhere would end with nothing but exceptions.
    private static AssetWordsNotFound? Unfit(AssetCommand.Propose c, AssetState state)
    {
        var uses = state.Registered is null ? c.Uses : [.. c.Uses, state.Words];
        var nowhere = c.Claims.FirstOrDefault(claim => !uses.Any(words => words.AreWrong([claim])));
        return uses.Any(words => words.AreWrong(c.Claims)) ? null : new((nowhere ?? c.Claims[0]).Wrong);
    }
}
