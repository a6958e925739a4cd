using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Projections.Running;

namespace Ledger.Cli.Verbs;

internal static class RebuildVerb
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = $"Which read models: {string.Join(", ", Rebuild.Names)}; all when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("rebuild", "Makes read models anew from the events, while readers keep the old ones")
        {
            names,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = parsed.GetValue(names) ?? [];
            if (asked.FirstOrDefault(name => !Rebuild.Names.Contains(name)) is { } unknown)
                throw new UsageException(
                    $"'{unknown}' is no read model; there are {string.Join(", ", Rebuild.Names)}.");

            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.OperateDatabase, cancellationToken);
            using var line = new ProgressLine();
            var progress = line.For<RebuildProgress>(new Pace().Describe);
            await session.Get<Rebuild>().RunAsync(
                asked.Length == 0 ? Rebuild.Names : [.. asked.Distinct()], progress, cancellationToken);
            line.Clear();
            var rebuilt = asked.Length == 0 ? Rebuild.Names : asked;
            await Output.LineAsync($"Rebuilt: {string.Join(", ", rebuilt)}.", cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Puts into words how far a rebuild has come and how fast it goes.</summary>
    /// <remarks>One that goes on with an earlier one begins with the events of that, which tell no pace.</remarks>
    private sealed class Pace
    {
        private readonly TimeProvider time = TimeProvider.System;
        private (long At, long Events)? start;

        public string Describe(RebuildProgress progress)
        {
            start ??= (time.GetTimestamp(), progress.Events);
            var seconds = time.GetElapsedTime(start.Value.At).TotalSeconds;
            var pace = seconds > 0 ? $", {(progress.Events - start.Value.Events) / seconds:N0} events/s" : "";
            return $"{100.0 * progress.Events / Math.Max(1, progress.Head):F0}% of {progress.Head:N0} events{pace}";
        }
    }
}
