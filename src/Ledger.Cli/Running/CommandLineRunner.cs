using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace Ledger.Cli.Running;

/// <summary>Reads the arguments, runs the verb, and turns what it throws into a sentence and an exit code.</summary>
internal static class CommandLineRunner
{
    // A value may begin with '@', as names of people do; it is never taken for a file of arguments.
    private static readonly ParserConfiguration Parsing = new()
    {
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var parsed = Verbs.VerbList.Create().Parse(arguments, Parsing);
            if (parsed.Action is ParseErrorAction)
                throw new UsageException(Sentence(parsed));

            return await parsed.InvokeAsync(Invocation, stop.Token);
        }
        catch (BrokenPipeException)
        {
            return ExitCode.BrokenPipe;
        }
        catch (Exception e)
        {
            var failure = Failure.Of(e);
            ErrorOutput.Write(failure, arguments.Contains("--json"));
            return failure.Code;
        }

        void Stop(PosixSignalContext context)
        {
            // Whoever asks a second time does not want to wait.
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    private static string Sentence(ParseResult parsed)
    {
        var error = parsed.UnmatchedTokens is [var unknown, ..]
            ? $"'{unknown}' is not known here"
            : parsed.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.');
        var command = parsed.CommandResult.Command;
        var help = command is RootCommand ? "ledger --help" : $"ledger {command.Name} --help";
        return $"{error}; see '{help}'.";
    }
}
