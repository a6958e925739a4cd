namespace Ledger.Text.Substance;

/// <summary>What makes a change more than a matter of style.</summary>
public enum FlagKind
{
    Number, Date, Name, Quotation, Negation, Unit, Headline, Attribution, Passage, Picture,
}
