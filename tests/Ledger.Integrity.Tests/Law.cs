using FsCheck;
using FsCheck.Fluent;

namespace Ledger.Integrity.Tests;

/// <summary>Something that holds for whatever is put in: cases drawn from a fixed seed, the same every time.</summary>
internal static class Law
{
    private static readonly Config Config = Config.QuickThrowOnFailure
        .WithMaxTest(500).WithReplay(20260301, 7919).WithQuietOnSuccess(true);

    public static void Holds<T>(Gen<T> values, Action<T> law) =>
        Check.One(Config, Prop.ForAll(values.ToArbitrary(), law));
}
