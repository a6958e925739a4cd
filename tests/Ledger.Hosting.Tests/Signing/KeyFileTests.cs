using Ledger.Hosting.Signing;

namespace Ledger.Hosting.Tests.Signing;

public sealed class KeyFileTests : IDisposable
{
    // RFC 8410, sections 10.3 and 10.1.
    private const string Pem =
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        + "-----END PRIVATE KEY-----\n";

    private const string PublicKey = "Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    private readonly string folder = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_key_of_the_standard_is_read()
    {
        var key = KeyFile.Read(Write("a.pem", Pem));

        Assert.Equal(PublicKey, Convert.ToBase64String(key.PublicKey.Span));
    }

    [Fact]
    public void A_key_is_made_at_the_first_use_and_kept_for_its_owner()
    {
        var keys = Path.Combine(folder, "keys");
        var made = Assert.Single(LogKeys.Read(keys, mayCreate: true));

        Assert.Equal(made.PublicKey.ToArray(), Assert.Single(LogKeys.Read(keys, mayCreate: true)).PublicKey.ToArray());
        var file = Assert.Single(Directory.GetFiles(keys));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        Assert.False(KeyFile.Create(file));
    }

    [Fact]
    public void A_key_is_not_made_where_one_was_in_use()
    {
        Assert.Empty(LogKeys.Read(Path.Combine(folder, "keys"), mayCreate: false));
        Assert.False(Directory.Exists(Path.Combine(folder, "keys")));
    }

    [Fact]
    public async Task Of_many_that_make_it_at_once_one_does()
    {
        var keys = Path.Combine(folder, "keys");
        var made = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => LogKeys.Read(keys, mayCreate: true))));

        Assert.Single(made.Select(own => Convert.ToHexString(Assert.Single(own).PublicKey.Span)).Distinct());
        Assert.Single(Directory.GetFiles(keys));
    }

    [Fact]
    public void Every_file_of_the_folder_is_a_key_in_the_order_of_the_names()
    {
        Write("b.pem", Pem);
        KeyFile.Create(Path.Combine(folder, "a.pem"));
        Write("notes.txt", "not a key");

        var keys = LogKeys.Read(folder, mayCreate: false);
        Assert.Equal(2, keys.Count);
        Assert.Equal(PublicKey, Convert.ToBase64String(keys[1].PublicKey.Span));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_may_read_is_refused(UnixFileMode others)
    {
        if (OperatingSystem.IsWindows())
            return;

        var file = Write("a.pem", Pem);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        var refused = Assert.Throws<KeyFileException>(() => LogKeys.Read(folder, mayCreate: false));
        Assert.Contains($"chmod 600 {file}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
        + "-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_refused(string text)
    {
        var refused = Assert.Throws<KeyFileException>(() => KeyFile.Read(Write("a.pem", text)));
        Assert.Contains("holds no private key of Ed25519", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_there_is_named() => Assert.Contains(
        "There is no key file", Assert.Throws<KeyFileException>(() => KeyFile.Read("/nowhere/a.pem")).Message,
        StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        return path;
    }
}
