using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Ledger.Application.Import;
using Ledger.Application.Loading;
using Ledger.Domain.Stories;
using Ledger.Formats;

namespace Ledger.Application.Tests.Loading;

/// <summary>What a snapshot says is what the events come to, and its format has a number of its own.</summary>
public sealed class SnapshotFormats
{
    [Fact]
    public void The_number_is_raised_when_the_state_of_a_story_gets_another_shape()
    {
        var shape = new SortedSet<string>(StringComparer.Ordinal);
        Describe(typeof(StoryState), shape);

        // When this fails, raise SnapshotFormat.Number, and put the new number and hash here.
        Assert.Equal(
            (4, "0D1D0B4424D35854"),
            (SnapshotFormat.Number, Convert.ToHexString(SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', shape))))[..16]));
    }

    [Fact]
    public async Task Real_stories_go_on_from_a_snapshot_at_any_moment_as_if_there_were_none()
    {
        var path = Path.Combine(RepositoryFolder(), "..", "shared", "data", "open.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), "The real histories are not beside this repository.");
        await using var file = File.OpenRead(path);
        var (article, folded, resumed, count) = ("", StoryState.Initial, StoryState.Initial, 0);

        await foreach (var line in RevisionSet.ReadAsync(file, TestContext.Current.CancellationToken))
        {
            if (line.Article != article)
                (article, folded, resumed) = (line.Article, StoryState.Initial, StoryState.Initial);

            var asked = SourceFields.Of(line, null).ToArticle("en");
            var decision = StoryDecider.Decide(
                folded is StoryState.Unpublished
                    ? new StoryCommand.Publish("story", asked)
                    : new StoryCommand.Revise(asked, RevisionKind.Update, line.Comment),
                folded, new());
            folded = decision.Events.Aggregate(folded, (state, happened) => state.Evolve(happened));
            resumed = decision.Events.Aggregate(resumed, (state, happened) => state.Evolve(happened));
            if (++count % 5 == 0)
            {
                var snapshot = SnapshotFormat.Write(folded);
                Assert.Equal(snapshot, SnapshotFormat.Write(resumed));
                resumed = SnapshotFormat.Read(snapshot);
            }
        }

        Assert.InRange(count, 2_000, int.MaxValue);
    }

    /// <summary>Every type that a snapshot can hold, with its members and its kinds, one a line.</summary>
    private static void Describe(Type type, SortedSet<string> shape)
    {
        var info = SnapshotFormat.Json.GetTypeInfo(type);
        var members = info.Properties
            .Select(member => $"{member.Name}: {member.PropertyType}")
            .Order(StringComparer.Ordinal);
        var kinds = info.PolymorphismOptions?.DerivedTypes ?? [];
        var words = type.IsEnum ? Enum.GetNames(type) : [];
        if (!shape.Add($"{type} {info.Kind} [{string.Join(", ", [.. members, .. words])}]"
            + string.Concat(kinds.Select(kind => $" {kind.TypeDiscriminator}={kind.DerivedType}"))))
            return;

        foreach (var next in kinds.Select(kind => kind.DerivedType)
            .Concat(info.Properties.Select(member => member.PropertyType))
            .Concat(info.ElementType is { } element ? [element] : [])
            .Select(next => Nullable.GetUnderlyingType(next) ?? next))
            Describe(next, shape);
    }

    private static string RepositoryFolder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
