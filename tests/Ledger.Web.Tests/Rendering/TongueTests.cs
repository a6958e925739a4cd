using Ledger.Web.Rendering;

namespace Ledger.Web.Tests.Rendering;

public sealed class TongueTests
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar-IQ", "rtl")]
    [InlineData("fa", "rtl")]
    [InlineData("AR", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("pa-Arab", "rtl")]
    [InlineData("pa-IN", "ltr")]
    [InlineData("ar-Latn", "ltr")]
    [InlineData("ku-Latn-TR", "ltr")]
    [InlineData("de-1996", "ltr")]
    public void The_script_decides_before_the_language(string language, string direction) =>
        Assert.Equal(direction, Tongue.Direction(language));
}
