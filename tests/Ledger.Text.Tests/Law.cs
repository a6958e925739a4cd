using FsCheck;
using FsCheck.Fluent;

namespace Ledger.Text.Tests;

/// <summary>Something that holds for whatever is put in: cases drawn from a fixed seed, the same every time.</summary>
internal static class Law
{
    private static readonly Config Config = Config.QuickThrowOnFailure
        .WithMaxTest(500).WithReplay(20260301, 7919).WithQuietOnSuccess(true);

    /// <summary>Texts of few words, so that much is alike, with characters that are easily torn among them.</summary>
    public static Gen<string> Texts { get; } =
        from pieces in Gen.Elements(
            " ", " ", " ", "the", "wall", "fell", "5", "1,5", ".", "\n", "\r\n", "’s", "é", "e\u0301",
            "壁", "ก็", "👩‍👩‍👧", "\ud83d", "\udc69", "**", "\u0301").ListOf()
        select string.Concat(pieces);

    public static void Holds<T>(Gen<T> values, Action<T> law) =>
        Check.One(Config, Prop.ForAll(values.ToArbitrary(), law));
}
