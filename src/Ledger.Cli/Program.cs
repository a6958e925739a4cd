using Ledger.Cli.Running;

return await CommandLineRunner.RunAsync(args);
