using System.Runtime.CompilerServices;

namespace Ledger.Architecture.Tests;

/// <summary>The files of the project, as they are checked out.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", ".git", ".ledger", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths relative to the root, with forward slashes, of all files with one of the extensions.</summary>
    public static IEnumerable<string> Files(params string[] extensions) =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(Generated.Contains))
            .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)));

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No Ledger.sln above {thisFile}.");

        return folder.FullName;
    }
}
