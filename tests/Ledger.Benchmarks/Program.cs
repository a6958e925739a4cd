using Ledger.Benchmarks;

return await BenchCommand.Create().Parse(args).InvokeAsync();
