using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Changes;

internal static class CorrectionJsonReader
{
    private static readonly string[] CorrectionMembers =
        ["class", "note", "claims", "wrong", "right", "field", "apology", "cause", "publishAt", "draft"];
    private static readonly string[] ClaimMembers = ["wrong", "right", "field"];

    public static CorrectionFile Correction(ref JsonInput input)
    {
        CorrectionClass? kind = null;
        string? note = null;
        List<Claim>? claims = null;
        Cause? cause = null;
        DateTimeOffset? publishAt = null;
        bool? apology = null, draft = null;
        var single = new ClaimParts();

        input.ExpectObject("The correction");
        var seen = 0u;
        while (input.NextMember(CorrectionMembers, ref seen) is { } name)
        {
            switch (name)
            {
                case "class": kind = StoryNames.Class(ref input); break;
                case "note": note = input.TextOrNull(name); break;
                case "apology": apology = input.TrueOrFalseOrNull(name); break;
                case "cause": cause = input.IsNull ? null : StoryNames.Cause(ref input); break;
                case "publishAt": publishAt = input.TimeOrNull(name); break;
                case "draft": draft = input.TrueOrFalseOrNull(name); break;
                case "claims": claims = Claims(ref input); break;
                default: single.Read(ref input, name); break;
            }
        }

        if (claims is not null && !single.IsEmpty)
            throw input.Here("The correction has both 'claims' and a claim of its own");

        return new(
            kind ?? throw input.Here("The correction has no 'class'"),
            claims ?? (single.IsEmpty ? [] : [single.ToClaim(ref input)]),
            note ?? "")
        {
            Apology = apology,
            Cause = cause,
            PublishAt = publishAt,
            AsDraft = draft,
        };
    }

    public static List<Claim> Claims(ref JsonInput input)
    {
        input.ExpectArray("'claims'");
        var claims = new List<Claim>();
        while (input.NextItem())
        {
            var parts = new ClaimParts();
            input.ExpectObject("A claim");
            var seen = 0u;
            while (input.NextMember(ClaimMembers, ref seen) is { } name)
                parts.Read(ref input, name);

            claims.Add(parts.ToClaim(ref input));
        }

        return claims;
    }

    private struct ClaimParts
    {
        private string? wrong;
        private string? right;
        private ArticleField? place;

        public readonly bool IsEmpty => wrong is null && right is null && place is null;

        public void Read(ref JsonInput input, string name)
        {
            switch (name)
            {
                case "wrong": wrong = input.Text(name); break;
                case "right": right = input.Text(name); break;
                default: place = input.IsNull ? null : StoryNames.Field(ref input); break;
            }
        }

        public readonly Claim ToClaim(ref JsonInput input) => new(
            wrong ?? throw input.Here("A claim has no 'wrong'"),
            right ?? throw input.Here("A claim has no 'right'"),
            place);
    }
}
