namespace Ledger.Web.Memory;

/// <summary>A page that everybody who is not signed in is shown alike, and that may be answered from memory.</summary>
internal sealed class SameForEverybody;

/// <summary>What a page speaks of, and so what makes it out of date.</summary>
/// <param name="Story">The only story whose changes it shows; null where any story's may show.</param>
internal sealed record PageSubject(Guid? Story)
{
    public static PageSubject AnyStory { get; } = new((Guid?)null);
}

internal static class PageSubjects
{
    /// <summary>Says that the page being made shows this story and no other.</summary>
    public static void ShowsStory(this HttpContext context, Guid story) =>
        context.Features.Set(new PageSubject(story));

    /// <summary>Says that the page being made can show any story.</summary>
    public static void ShowsAnyStory(this HttpContext context) => context.Features.Set(PageSubject.AnyStory);
}
