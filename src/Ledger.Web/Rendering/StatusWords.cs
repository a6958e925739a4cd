using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>What a person is told about a request that came to nothing.</summary>
public sealed record StatusWords(string Title, string Text)
{
    public static StatusWords Of(int status)
    {
        var (title, text) = InEnglish(status);
        return new(Phrase.Of(title), Phrase.Of(text));
    }

    private static StatusWords InEnglish(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("This could not be understood",
            "The form or the address was incomplete, or open for too long. Go back, reload it and try again."),
        StatusCodes.Status403Forbidden => new("This page is not open to you",
            "Your account does not have the role that this needs. An administrator can give it to you."),
        StatusCodes.Status404NotFound => new("There is no such page",
            "Perhaps it is mistyped. A story keeps every address it ever had: a link that once worked still does."),
        StatusCodes.Status405MethodNotAllowed => new("This cannot be done here",
            "Go back and use the form of that page."),
        StatusCodes.Status413PayloadTooLarge => new("This is too large",
            "What was sent is larger than this site takes. Nothing was saved."),
        StatusCodes.Status429TooManyRequests => new("Too many requests", "Wait a moment, then try again."),
        StatusCodes.Status503ServiceUnavailable => new("The ledger cannot be reached",
            "Its database does not answer right now. Nothing was lost; try again in a minute."),
        _ => new("Something went wrong", "This is our fault and not yours. Try again in a minute."),
    };
}
