using BenchmarkDotNet.Attributes;
using Ledger.Domain.Stories;
using Ledger.Text;

namespace Ledger.Benchmarks.Micro;

/// <summary>An article of the usual size and its next revision, compared word by word and block by block.</summary>
[MemoryDiagnoser]
public class DiffBenchmarks
{
    private readonly Articles articles = new();

    [Benchmark]
    public ArticleDiff Articles() => ArticleDiff.Compare(articles.Before, articles.After);

    [Benchmark]
    public IReadOnlyList<DiffRun> WholeBodies() =>
        WordDiff.Compare(articles.Before.ToBodyText(), articles.After.ToBodyText());

    [Benchmark]
    public IReadOnlyList<int?> Alignment() => BlockAligner.Align(Texts(articles.Before), Texts(articles.After));

    private static List<AlignedText> Texts(Article article) =>
        [.. article.Blocks.Select(block => new AlignedText(block.Type.ToString(), block.ToBodyText()))];
}
