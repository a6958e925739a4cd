using FsCheck;
using FsCheck.Fluent;

namespace Ledger.Domain.Tests;

/// <summary>Something that holds for whatever is put in: cases drawn from a fixed seed, the same every time.</summary>
internal static class Law
{
    private static readonly Config Config = Config.QuickThrowOnFailure
        .WithMaxTest(1_000).WithReplay(20260301, 7919).WithQuietOnSuccess(true);

    /// <summary>Any text at all, halves of characters and control characters among them.</summary>
    public static Gen<string> Strings { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(chars => new string(chars)));

    /// <summary>None of them, or some, up to a number.</summary>
    public static Gen<T[]> Few<T>(this Gen<T> one, int most) => Gen.Choose(0, most).SelectMany(n => one.ArrayOf(n));

    public static void Holds<T>(Gen<T> values, Action<T> law) =>
        Check.One(Config, Prop.ForAll(values.ToArbitrary(), law));
}
