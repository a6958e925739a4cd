using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Ledger.Benchmarks.Micro;

/// <summary>The pieces that work in memory alone.</summary>
internal static class MicroBenchmarks
{
    public static void Run()
    {
        // In this process, since the project that would be made for another does not know our build files.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var folder = Path.Combine(Path.GetTempPath(), "ledger-bench-micro");
        var config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(folder);
        BenchmarkRunner.Run([typeof(FoldBenchmarks), typeof(DiffBenchmarks), typeof(JsonBenchmarks)], config);
    }
}
