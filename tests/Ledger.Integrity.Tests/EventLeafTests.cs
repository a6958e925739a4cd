using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ledger.Integrity.Tests;

public sealed class EventLeafTests
{
    private const string Data = """{"text":"Ten were hurt.","slug":"fire","n":3}""";
    private const string Headers = """{"actorName":"Ada","actor":"user:ada"}""";

    private static readonly EventEnvelope Envelope = new(
        7, Guid.Parse("0193a000-0000-7000-8000-000000000001"), Guid.Parse("0193a000-0000-7000-8000-00000000000a"), 2,
        "article_revised", new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)));

    private static readonly EventContext Context = new("user:ada", CausationId: "say \"why\" – here", null);

    private static readonly byte[] Salts = [.. Enumerable.Range(0, 7 * Commitments.SaltLength).Select(n => (byte)n)];

    [Fact]
    public void A_leaf_is_the_envelope_with_a_commitment_for_each_member()
    {
        // Written out by hand, with the salts in the order of the leaf.
        var expected = string.Concat(
            """{"context":{"actor":"$0","causationId":"$1"},""",
            """ "data":{"n":"$2","slug":"$3","text":"$4"},"headers":{"actor":"$5","actorName":"$6"},""".TrimStart(),
            """ "id":"0193a000-0000-7000-8000-000000000001","position":7,""".TrimStart(),
            """ "recordedAt":"2026-03-04T03:06:07.000000Z",""".TrimStart(),
            """ "stream":"0193a000-0000-7000-8000-00000000000a","type":"article_revised","version":2}""".TrimStart());
        string[] values =
        [
            "\"user:ada\"", """ "say \"why\" – here" """.Trim(), "3", "\"fire\"", "\"Ten were hurt.\"",
            "\"user:ada\"", "\"Ada\"",
        ];
        for (var i = 0; i < values.Length; i++)
        {
            byte[] salted = [.. Salts[(i * 16)..((i + 1) * 16)], .. Encoding.UTF8.GetBytes(values[i])];
            var commitment = Convert.ToHexStringLower(SHA256.HashData(salted));
            expected = expected.Replace($"${i}", commitment, StringComparison.Ordinal);
        }

        var leaf = Commit(Data, Headers, Salts);
        Assert.Equal(expected, Encoding.UTF8.GetString(leaf.ToBytes(Envelope)));
        Assert.Equal(SHA256.HashData([0, .. Encoding.UTF8.GetBytes(expected)]), leaf.Hash(Envelope));
    }

    [Fact]
    public void The_way_in_which_the_data_is_stored_does_not_matter() => Assert.Equal(
        Commit(Data, Headers, Salts).Hash(Envelope),
        Commit("""{ "n": 3, "text": "Ten were\u0020hurt.", "slug": "fire" }""", Headers, Salts).Hash(Envelope));

    public static TheoryData<string, string, int, long> Altered { get; } = new()
    {
        { Data.Replace("Ten", "Six", StringComparison.Ordinal), Headers, 0, 7 },
        { Data.Replace("slug", "Slug", StringComparison.Ordinal), Headers, 0, 7 },
        { Data, Headers.Replace("Ada", "Eve", StringComparison.Ordinal), 0, 7 },
        { Data, Headers, 1, 7 },
        { Data, Headers, 0, 8 },
    };

    [Theory]
    [MemberData(nameof(Altered))]
    public void Whatever_is_altered_alters_the_leaf(string data, string headers, int saltBy, long position)
    {
        byte[] salts = [.. Salts.Select(b => (byte)(b ^ saltBy))];

        Assert.NotEqual(
            Commit(Data, Headers, Salts).Hash(Envelope),
            Commit(data, headers, salts).Hash(Envelope with { Position = position }));
    }

    [Fact]
    public void Headers_that_are_not_there_count_as_none() => Assert.Contains(
        "\"headers\":{}",
        Encoding.UTF8.GetString(Commit(Data, "null", Salts[..80]).ToBytes(Envelope)),
        StringComparison.Ordinal);

    [Fact]
    public void Who_did_it_cannot_be_altered_either()
    {
        using var data = JsonDocument.Parse(Data);
        using var headers = JsonDocument.Parse(Headers);
        var altered = EventLeaf.Commit(
            data.RootElement, headers.RootElement, Context with { Actor = "user:eve" }, Salts);
        Assert.NotEqual(Commit(Data, Headers, Salts).Hash(Envelope), altered.Hash(Envelope));
    }

    [Fact]
    public void A_context_that_is_not_there_needs_no_salt()
    {
        using var data = JsonDocument.Parse(Data);
        using var none = JsonDocument.Parse("null");
        var leaf = EventLeaf.Commit(data.RootElement, none.RootElement, new(null, null, null), Salts.AsSpan(0, 48));
        Assert.Contains("\"context\":{},", Encoding.UTF8.GetString(leaf.ToBytes(Envelope)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(79)]
    [InlineData(96)]
    public void Each_member_has_its_own_salt(int length) =>
        Assert.Throws<ArgumentException>(() => Commit(Data, "null", Salts[..length]));

    [Fact]
    public void Nobody_is_named_in_a_leaf()
    {
        var leaf = Encoding.UTF8.GetString(Commit(Data, Headers, Salts).ToBytes(Envelope));

        Assert.DoesNotContain("ada", leaf, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("say", leaf, StringComparison.Ordinal);
    }

    private static EventLeaf Commit(string data, string headers, byte[] salts)
    {
        using var parsed = JsonDocument.Parse(data);
        using var stored = JsonDocument.Parse(headers);
        return EventLeaf.Commit(parsed.RootElement, stored.RootElement, Context, salts);
    }
}
