namespace Ledger.Domain.Stories;

/// <summary>What somebody named in an article's credits did for it.</summary>
public enum CreditRole { Author, Agency, Photographer, Translator, Editor }

/// <summary>A name in the article's credits; the byline is the credits whose role is author.</summary>
public sealed record Credit(CreditRole Role, string Name);
