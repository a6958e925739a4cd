using System.Runtime.CompilerServices;

namespace Ledger.Web.Tests;

/// <summary>Real input that lies beside the repository and is never part of it.</summary>
internal static class SharedInput
{
    /// <summary>Where the file would be; it need not be there.</summary>
    public static string Path(string name, [CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(thisFile)!);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent;

        return System.IO.Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data", name);
    }
}
