using Ledger.Formats;

namespace Ledger.Cli.Demo;

/// <summary>The sample newsroom's files, which are part of the program.</summary>
internal static class DemoFiles
{
    /// <exception cref="InvalidOperationException">There is no such story.</exception>
    public static StoryFile Story(string name) => StoryJson.Read(
        Read($"Stories.{name}.json") ?? throw new InvalidOperationException($"The sample story {name} is missing."));

    /// <summary>A drawing in SVG, or null when there is none of that name.</summary>
    public static byte[]? Picture(string name) => Read($"Pictures.{name}.svg");

    private static byte[]? Read(string path)
    {
        using var resource = typeof(DemoFiles).Assembly.GetManifestResourceStream($"Ledger.Cli.Demo.{path}");
        if (resource is null)
            return null;

        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
