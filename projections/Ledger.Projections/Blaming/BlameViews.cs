using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;

namespace Ledger.Projections.Blaming;

/// <summary>One state of a story, cut into phrases, each with the revision that put it there.</summary>
/// <param name="Fields">The texts above the body.</param>
/// <param name="Blocks">The blocks in reading order, with all of their texts.</param>
/// <param name="Origins">The change that made each revision which a phrase names.</param>
public sealed record BlameView(
    RevisionView Revision, IReadOnlyList<BlamedText> Fields, IReadOnlyList<BlamedBlock> Blocks,
    IReadOnlyDictionary<int, ChangelogEntry> Origins);

/// <summary>The texts of one block.</summary>
public sealed record BlamedBlock(string BlockId, BlockType Type, IReadOnlyList<BlamedText> Fields);
