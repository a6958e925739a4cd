using System.IO.Compression;
using System.Text;
using Ledger.Domain.Imports;

namespace Ledger.Formats.Tests;

public sealed class RevisionSetTests
{
    private const string First = """
        {"source":"s","article":"a.md","revision":1,"at":"2020-01-02T03:04:05+01:00","author":"Ada","comment":"new",
        """ + """
        "title":"T","text":"One\r\n\n two ","summary":"S","byline":"B","publishedAt":null,"sourceRevision":"f00"}
        """;

    private const string Second = """
        {"source":"s","article":"a.md","revision":2,"at":"2020-01-02T03:04:06Z","author":null,"comment":null,
        """ + """
        "title":null,"text":""}
        """;

    private static readonly DateTimeOffset At = new(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

    private static readonly SourceRevision[] Both =
    [
        new("s", "a.md", 1, At, "Ada", "new", "T", "One\r\n\n two ", "S", "B"),
        new("s", "a.md", 2, new(2020, 1, 2, 3, 4, 6, TimeSpan.Zero), null, null, null, "", null, null),
    ];

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\r\n")]
    public async Task Each_line_is_one_revision(string between, string after) =>
        Assert.Equal(Both, await ReadAsync(Encoding.UTF8.GetBytes(First + between + Second + after)));

    [Fact]
    public async Task A_gzip_file_is_recognised_by_its_first_bytes() =>
        Assert.Equal(Both, await ReadAsync(Packed(First + "\n" + Second)));

    [Fact]
    public async Task A_byte_order_mark_at_the_start_is_passed_over() =>
        Assert.Equal(Both, await ReadAsync(Encoding.UTF8.GetBytes("\uFEFF" + First + "\n" + Second)));

    [Fact]
    public async Task An_empty_file_has_no_revision() => Assert.Empty(await ReadAsync([]));

    [Fact]
    public async Task A_line_may_be_longer_than_the_buffer()
    {
        var text = new string('x', 300_000);
        var longer = First
            .Replace("One", text, StringComparison.Ordinal)
            .Replace("a.md", "b.md", StringComparison.Ordinal);
        var lines = First + "\n" + longer + "\n" + Second;

        var read = await ReadAsync(Encoding.UTF8.GetBytes(lines));

        Assert.Equal([Both[0].Text, text + "\r\n\n two ", ""], read.Select(revision => revision.Text));
    }

    [Fact]
    public async Task A_stream_that_gives_one_byte_at_a_time_is_read()
    {
        using var stream = new Trickle(Packed(First + "\n" + Second));

        Assert.Equal(Both, await RevisionSet.ReadAsync(stream, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_refused_by_its_number()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(First + "\n" + Second + new string(' ', 500)));

        var error = await Assert.ThrowsAsync<InputFormatException>(
            async () => await RevisionSet.ReadAsync(stream, 400, Cancel).ToListAsync(Cancel));

        Assert.Equal("A line has more than 400 bytes, in line 2.", error.Message);
    }

    [Fact]
    public async Task A_gzip_file_that_is_cut_off_is_refused()
    {
        var lines = Enumerable.Range(1, 2_000).Select(WithRevision);
        var packed = Packed(string.Join('\n', lines));

        var error = await Assert.ThrowsAsync<InputFormatException>(() => ReadAsync(packed[..^20]));

        Assert.StartsWith("The gzip file is damaged or cut off, in line ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gzip_file_with_a_wrong_checksum_is_refused()
    {
        var packed = Packed(First);
        packed[^6] ^= 1;

        var error = await Assert.ThrowsAsync<InputFormatException>(() => ReadAsync(packed));

        Assert.StartsWith("The gzip file is damaged or cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_line_that_is_cut_off_is_refused_by_its_number()
    {
        var error = await Assert.ThrowsAsync<InputFormatException>(
            () => ReadAsync(Encoding.UTF8.GetBytes(First + "\n" + Second[..^1])));

        Assert.Equal((2, Second.Length), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("\"revision\":1", "\"revision\":0", "'revision' must be 1 or more, in line 2, column 43.")]
    [InlineData("\"revision\":1", "\"revision\":1.5",
        "'revision' must be a whole number of at most 2147483647, but this is a number, in line 2, column 43.")]
    [InlineData("\"source\":\"s\",", "", "The revision has no 'source', in line 2, column 200.")]
    [InlineData("\"source\":\"s\"", "\"source\":\"\"", "'source' is empty, in line 2, column 11.")]
    [InlineData("a.md", "a\\u001fb", "'article' holds a control character, in line 2, column 25.")]
    [InlineData("Ada", "A\\u0000", "'author' holds a control character, in line 2, column 87.")]
    [InlineData("+01:00", "",
        "'at' must be a time such as 2026-03-01T08:00:00Z, with its offset, in line 2, column 50.")]
    [InlineData("\"title\"", "\"tittle\"", "The member 'tittle' is not known here, in line 2, column 109.")]
    public async Task What_is_wrong_in_a_line_is_named_with_its_place(string right, string wrong, string message)
    {
        var lines = First + "\n" + First.Replace(right, wrong, StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<InputFormatException>(() => ReadAsync(Encoding.UTF8.GetBytes(lines)));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Revisions_of_an_article_must_rise(int next)
    {
        var lines = WithRevision(2) + "\n" + WithRevision(next);

        var error = await Assert.ThrowsAsync<InputFormatException>(() => ReadAsync(Encoding.UTF8.GetBytes(lines)));

        Assert.Equal($"Revision {next} follows revision 2 of the same article, in line 2.", error.Message);
    }

    [Fact]
    public async Task An_empty_line_is_refused()
    {
        var error = await Assert.ThrowsAsync<InputFormatException>(
            () => ReadAsync(Encoding.UTF8.GetBytes(First + "\n\n" + Second)));

        Assert.Equal("There is no JSON in it, in line 2, column 1.", error.Message);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string WithRevision(int number) =>
        First.Replace("\"revision\":1", $"\"revision\":{number}", StringComparison.Ordinal);

    private static async Task<List<SourceRevision>> ReadAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await RevisionSet.ReadAsync(stream, Cancel).ToListAsync(Cancel);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));

        return packed.ToArray();
    }

    /// <summary>A slow network in small: every read gives one byte.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
