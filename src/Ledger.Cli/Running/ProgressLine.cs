namespace Ledger.Cli.Running;

/// <summary>One line on the terminal that says how far a long work has come; nothing where nobody looks.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool isShown = !Console.IsErrorRedirected;
    private long last;
    private int width;

    /// <summary>Reports that become the text of the line.</summary>
    public IProgress<T> For<T>(Func<T, string> text) => new Reports<T>(this, text);

    public void Show(string text)
    {
        if (!isShown)
            return;

        Console.Error.Write($"\r{text.PadRight(width)}");
        width = text.Length;
    }

    public void Clear()
    {
        if (width == 0)
            return;

        Console.Error.Write($"\r{new string(' ', width)}\r");
        width = 0;
    }

    public void Dispose() => Clear();

    private sealed class Reports<T>(ProgressLine line, Func<T, string> text) : IProgress<T>
    {
        public void Report(T value)
        {
            if (!line.isShown || (line.last != 0 && TimeProvider.System.GetElapsedTime(line.last) < Pause))
                return;

            line.last = TimeProvider.System.GetTimestamp();
            line.Show(text(value));
        }
    }
}
