namespace Ledger.Cli.Tests.Running;

/// <summary>A folder for the files of one test, gone at its end.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Info = Directory.CreateTempSubdirectory("ledger-cli-");

    public DirectoryInfo Info { get; }

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Info.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(Info.FullName, name);

    public void Dispose() => Info.Delete(recursive: true);
}
