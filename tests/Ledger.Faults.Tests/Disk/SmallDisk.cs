using System.Diagnostics;

namespace Ledger.Faults.Tests.Disk;

/// <summary>A disk in memory that is full soon; needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>The disk, or null where this machine does not let us make one.</summary>
    public static SmallDisk? TryMake(int mebibytes)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m,mode=755", "ledger-test", folder))
            return new(folder);

        Directory.Delete(folder);
        return null;
    }

    /// <summary>Leaves so much room and no more.</summary>
    public void LeaveOnly(long bytes)
    {
        var left = new DriveInfo(Folder).AvailableFreeSpace - bytes;
        Assert.True(Run("fallocate", "-l", $"{left}", Ballast));
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
