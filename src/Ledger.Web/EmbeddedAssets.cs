using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Ledger.Web;

/// <summary>The files of <c>wwwroot</c>, which travel inside the assembly.</summary>
internal sealed class EmbeddedAssets : IFileProvider
{
    private const string Root = "wwwroot/";
    private static readonly Assembly Home = typeof(EmbeddedAssets).Assembly;

    // File systems differ in what they keep of a time; whole seconds are what HTTP can say.
    private static readonly DateTimeOffset BuiltAt = DateTimeOffset.FromUnixTimeSeconds(
        new DateTimeOffset(File.GetLastWriteTimeUtc(Home.Location)).ToUnixTimeSeconds());

    private readonly Dictionary<string, Asset> files = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .Select(name => new Asset(name, BuiltAt))
        .ToDictionary(asset => asset.ResourceName[Root.Length..], StringComparer.Ordinal);

    public IFileInfo GetFileInfo(string subpath) => files.TryGetValue(subpath.TrimStart('/'), out var asset)
        ? asset
        : new NotFoundFileInfo(subpath);

    // Nothing lists the folders of the site.
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed record Asset(string ResourceName, DateTimeOffset LastModified) : IFileInfo
    {
        public bool Exists => true;
        public bool IsDirectory => false;
        public string? PhysicalPath => null;
        public string Name => Path.GetFileName(ResourceName);

        public long Length { get; } = Measure(ResourceName);

        public Stream CreateReadStream() => Open(ResourceName);

        private static long Measure(string name)
        {
            using var stream = Open(name);
            return stream.Length;
        }

        private static Stream Open(string name) => Home.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly has lost its file '{name}'.");
    }
}
