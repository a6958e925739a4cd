using BenchmarkDotNet.Attributes;
using Ledger.Domain.Stories;
using Ledger.Text;

namespace Ledger.Benchmarks.Micro;

/// <summary>An article of the usual size and its next revision, compared in every way.</summary>
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

    [Benchmark]
    public Substance Classing() => Substance.Of(articles.Before, articles.After);

    private static List<AlignedText> Texts(Article article) =>
        [.. article.Blocks.Select(block => new AlignedText(block.Type.ToString(), block.ToBodyText()))];
}
