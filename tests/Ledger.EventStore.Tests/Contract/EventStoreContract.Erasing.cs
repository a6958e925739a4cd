using Npgsql;

namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Rule_14_words_are_erased_where_the_order_says_and_nowhere_else()
    {
        await AppendAsync(StreamA, new NoteTaken("Ada \"Lovely\" Lund, and Lund"), new NoteTaken("Lund again"));
        await AppendAsync(StreamB, new NoteTaken("Lund too"));

        var result = await EraseAsync(["\"Lovely\" Lund", "Lund"], At(1), At(3));

        Assert.Equal(new(Version: 3, Position: 4), result);
        Assert.Equal(
            ["Ada [erased], and [erased]", "Lund again", "[erased] too"],
            (await AllAsync()).Take(3).Select(recorded => ((NoteTaken)recorded.Data).Text));
    }

    [Fact]
    public async Task Rule_14_an_erasure_of_what_is_not_there_leaves_all_as_it_was()
    {
        await AppendAsync(StreamA, new NoteTaken("Ada Lund"));

        await AssertNothingIsWrittenAsync(
            () => Assert.ThrowsAsync<PostgresException>(() => EraseAsync(["Lund"], At(1), At(1, "name"))));
        await AssertNothingIsWrittenAsync(
            () => Assert.ThrowsAsync<PostgresException>(() => EraseAsync(["Lund"], At(1), At(2))));
        await AssertNothingIsWrittenAsync(() => Assert.ThrowsAsync<PostgresException>(() => Store.AppendAsync(
            new(StreamA, "sample", ExpectedVersion.Any, Steps(1)) { Erases = ["Lund"] }, Token)));
    }

    [Fact]
    public async Task Rule_14_others_append_at_the_same_time()
    {
        await AppendAsync(StreamA, new NoteTaken("Ada Lund"));

        var others = Enumerable.Range(0, 40).Select(_ => AppendAsync(StreamB, new NoteTaken("Lund"))).ToList();
        await EraseAsync(["Lund"], At(1));
        await Task.WhenAll(others);

        var notes = (await AllAsync()).Select(recorded => recorded.Data).OfType<NoteTaken>().ToList();
        Assert.Equal("Ada [erased]", notes[0].Text);
        Assert.Equal(40, notes.Count(note => note.Text == "Lund"));
    }

    private Task<AppendResult> EraseAsync(string[] words, params NotedPlace[] places) => Store.AppendAsync(
        new(StreamA, "sample", ExpectedVersion.Any, [Event(new NotesErased(places))]) { Erases = words }, Token);

    private static NotedPlace At(long position, string member = "text") =>
        new(position, "data", member, new('a', 64), new('b', 64));
}
