namespace Ledger.EventStore.Postgres;

/// <summary>The <c>.sql</c> files of this project.</summary>
internal static class Sql
{
    public static string Append { get; } = Load("Statements/append.sql");

    public static string AppendOne { get; } = Load("Statements/append_one.sql");

    public static string EnterAppending { get; } = Load("Statements/enter_appending.sql");

    public static string CopyEvents { get; } = Load("Statements/copy_events.sql");

    public static string CopyLeaves { get; } = Load("Statements/copy_leaves.sql");

    public static string LacksLeaves { get; } = Load("Statements/lacks_leaves.sql");

    public static string MissingLeaves { get; } = Load("Statements/missing_leaves.sql");

    public static string Inspect { get; } = Load("Statements/inspect.sql");

    public static string FindAppended { get; } = Load("Statements/find_appended.sql");

    public static string EndBackend { get; } = Load("Statements/end_backend.sql");

    public static string FindCommand { get; } = Load("Statements/find_command.sql");

    public static string FindSnapshot { get; } = Load("Statements/find_snapshot.sql");

    public static string ListSnapshots { get; } = Load("Statements/list_snapshots.sql");

    public static string SaveSnapshot { get; } = Load("Statements/save_snapshot.sql");

    public static string Head { get; } = Load("Statements/head.sql");

    public static string CutStreams { get; } = Load("Statements/cut_streams.sql");

    public static string ReadStreams { get; } = Load("Statements/read_streams.sql");

    public static string WalkIndexes { get; } = Load("Statements/walk_indexes.sql");

    public static string ReadAll { get; } = Load("Statements/read_all.sql");

    public static string ReadStream { get; } = Load("Statements/read_stream.sql");

    public static string ReadAllTiles { get; } = Load("Statements/read_all_tiles.sql");

    public static string VerifyEvents { get; } = Load("Statements/verify_events.sql");

    public static string VerifyStreams { get; } = Load("Statements/verify_streams.sql");

    public static string VerifyNotes { get; } = Load("Statements/verify_notes.sql");

    public static string VerifyErasures { get; } = Load("Statements/verify_erasures.sql");

    public static string Erase { get; } = Load("Statements/erase.sql");

    public static string VerifyWalls { get; } = Load("Statements/verify_walls.sql");

    /// <summary>The statements of a function, by its name.</summary>
    public static string BodyOf(string function) =>
        Load($"Schema/functions/{function}.sql").Split("$function$")[1].Trim();

    public static string ReadLeafHashes { get; } = Load("Statements/read_leaf_hashes.sql");

    public static string ReadTileRoots { get; } = Load("Statements/read_tile_roots.sql");

    public static string ReadLeaves { get; } = Load("Statements/read_leaves.sql");

    public static string ReadStreamLeaves { get; } = Load("Statements/read_stream_leaves.sql");

    public static string ReadAllStreamLeaves { get; } = Load("Statements/read_all_stream_leaves.sql");

    public static string CountLeaves { get; } = Load("Statements/count_leaves.sql");

    public static string LastCheckpoint { get; } = Load("Statements/last_checkpoint.sql");

    public static string ReadCheckpoints { get; } = Load("Statements/read_checkpoints.sql");

    public static string SaveCheckpoint { get; } = Load("Statements/save_checkpoint.sql");

    public static string SaveCosignature { get; } = Load("Statements/save_cosignature.sql");

    public static string ReadCosignatures { get; } = Load("Statements/read_cosignatures.sql");

    public static string ReadCosigned { get; } = Load("Statements/read_cosigned.sql");

    public static string FindCheckpoint { get; } = Load("Statements/find_checkpoint.sql");

    public static string VerifyCosignatures { get; } = Load("Statements/verify_cosignatures.sql");

    public static string CopyTiles { get; } = Load("Statements/copy_tiles.sql");

    public static string KeepOrigin { get; } = Load("Statements/keep_origin.sql");

    public static string FindPosition { get; } = Load("Statements/find_position.sql");

    public static string FindPositionBetween { get; } = Load("Statements/find_position_between.sql");

    public static string ProbeTime { get; } = Load("Statements/probe_time.sql");

    /// <summary>What makes the schema, in an order in which each finds what it needs.</summary>
    public static IReadOnlyList<string> Schema { get; } =
    [
        .. new[]
        {
            "schemas/events",
            "schemas/ops",
            "schemas/log",
            "tables/mt_streams",
            "tables/mt_events",
            "tables/mt_event_progression",
            "tables/mt_high_water_skips",
            "tables/stream_keys",
            "tables/commands",
            "tables/snapshots",
            "tables/leaves",
            "tables/tiles",
            "tables/checkpoints",
            "tables/identity",
            "tables/erased",
            "tables/cosignatures",
            "tables/refusals",
            "indexes/pk_mt_events_stream_and_version",
            "sequences/mt_events_sequence",
            "functions/mt_quick_append_events",
            "functions/mt_mark_event_progression",
            "functions/mt_mark_progression_with_skip",
            "functions/append",
            "functions/append_one",
            "functions/refuse_rewriting",
            "functions/mask",
            "functions/erase",
            "grants/erase",
            "triggers/append_only",
        }.Select(name => Load($"Schema/{name}.sql")),
    ];

    private static string Load(string path)
    {
        var assembly = typeof(Sql).Assembly;
        var name = $"{assembly.GetName().Name}.{path.Replace('/', '.')}";
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
