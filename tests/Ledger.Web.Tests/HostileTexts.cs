namespace Ledger.Web.Tests;

/// <summary>Texts that break what is careless: markup, script, queries, templates, directions, look-alikes.</summary>
public static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "\"'><script>alert(1)</script><img src=x onerror=alert(1)>", "</textarea><svg onload=alert(1)>",
        "'; drop table read.report; --", "$1 %s {0} {{7*7}} @Model.Story", "[x](javascript:alert(1)) `x` *y*",
        "\u202Egnp.exe\u202C \u2066x\u2069", "раураl.com ｆｕｌｌ ⅸ ﷽", "e\u0301 \U0001F469\u200D\U0001F692 \uFEFF壁",
        "&lt;b&gt; &amp; \u2028 \u2029 \u00A0 tab\there",
    ];
}
