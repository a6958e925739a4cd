namespace Ledger.Web.Pages;

/// <summary>The form for signing in, as the pages that have it fill it.</summary>
/// <param name="Name">The name, where one was typed.</param>
/// <param name="ReturnUrl">Where to go then.</param>
/// <param name="Kept">A form that waits to be sent again, sealed.</param>
/// <param name="Problem">Why it came to nothing, in a sentence.</param>
public sealed record SignInForm(string? Name, string? ReturnUrl, string? Kept, string? Problem);
