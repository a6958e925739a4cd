using System.CommandLine;
using Ledger.Benchmarks;

// Whoever is told to stop takes the time to stop the database, too.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await BenchCommand.Create().Parse(args).InvokeAsync(invocation);
