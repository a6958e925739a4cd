using System.Text;

namespace Ledger.Formats.Tests;

/// <summary>Files that show whoever reviews a change what becomes of a format.</summary>
internal static class Golden
{
    /// <summary>Holds that these are the bytes of the file.</summary>
    public static void Holds(string file, byte[] written)
    {
        // A wanted change is taken over by running the test once with LEDGER_UPDATE_GOLDEN set to the tests' folder.
        if (Environment.GetEnvironmentVariable("LEDGER_UPDATE_GOLDEN") is { Length: > 0 } tests)
            File.WriteAllBytes(Path.Combine(tests, "Ledger.Formats.Tests", "Golden", file), written);
        else
            Assert.Equal(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file)),
                Encoding.UTF8.GetString(written));
    }
}
