namespace Ledger.Hosting.Embedded;

/// <summary>A lock on a file, which the operating system lets go of when the program ends, however it ends.</summary>
/// <remarks>
/// On Unix, .NET turns the sharing mode of an open file into <c>flock</c>: sharing nothing is the exclusive lock,
/// sharing reads the shared one. The lock belongs to the open file and is not passed on to programs started meanwhile.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    public static FileLock? TryExclusive(string path) => TryOpen(path, FileShare.None);

    public static FileLock? TryShared(string path) => TryOpen(path, FileShare.Read);

    public static async Task<FileLock> ExclusiveAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryExclusive(path) is { } held)
                return held;

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => file.Dispose();

    private static FileLock? TryOpen(string path, FileShare share)
    {
        try
        {
            return new(new(path, FileMode.OpenOrCreate, FileAccess.Read, share));
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK of Linux and of macOS: .NET has no type of its own for it.
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35;
}
