namespace Ledger.Domain;

/// <summary>A rule said no. A refusal is an answer, not a failure: nothing was written.</summary>
/// <param name="Code">Stable, in kebab case; the last part of the problem type's address.</param>
/// <param name="Message">One sentence for the person who asked.</param>
public abstract record Refusal(string Code, string Message);
