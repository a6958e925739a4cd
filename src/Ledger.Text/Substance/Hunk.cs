namespace Ledger.Text.Substance;

/// <summary>A stretch of tokens on both sides, one of them not empty: the first, and behind the last.</summary>
internal readonly record struct Hunk(int BeforeStart, int BeforeEnd, int AfterStart, int AfterEnd);
