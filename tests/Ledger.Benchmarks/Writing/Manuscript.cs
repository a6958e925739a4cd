using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Writing;

/// <summary>A story as its writer has it: the article that the last command asked for, and its address.</summary>
internal sealed class Manuscript(Article article)
{
    public Article Article { get; set; } = article;

    /// <summary>How many blocks it had at first.</summary>
    public int Blocks { get; } = article.Blocks.Count;

    /// <summary>The story's id; empty until it is published.</summary>
    public Guid Id { get; set; }

    /// <summary>The version that the log has confirmed, 0 until it is published.</summary>
    public long Version { get; set; }
}
