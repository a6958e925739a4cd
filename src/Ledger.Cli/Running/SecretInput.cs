using System.Text;

namespace Ledger.Cli.Running;

/// <summary>Reads what must stand neither on the screen nor among the arguments, which all users can see.</summary>
internal static class SecretInput
{
    /// <summary>The first line of the standard input.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string FromStandardInput() =>
        Console.In.ReadLine() ?? throw new UsageException("There is no password on the standard input.");

    /// <summary>Asks on the terminal, twice, and shows nothing of what is typed.</summary>
    /// <exception cref="UsageException">There is no terminal, or the two differ.</exception>
    public static string Ask(string what)
    {
        if (Console.IsInputRedirected)
            throw new UsageException($"There is no terminal to ask for the {what}; hand it in with --password-stdin.");

        var first = AskOnce($"The {what}: ");
        return AskOnce("The same again: ") == first ? first : throw new UsageException("The two are not the same.");
    }

    private static string AskOnce(string prompt)
    {
        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
