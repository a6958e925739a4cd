using Ledger.Domain;
using Ledger.Domain.Stories;

namespace Ledger.Application.Reports;

/// <summary>What a name and an address for mail may be. No mail is sent to find out whether it is one.</summary>
internal static class ContactRules
{
    private const int MostCharacters = 200;

    public static Refusal? FirstBroken(ReporterContact? contact) => contact is null
        ? null
        : Broken("name", contact.Name) ?? Broken("email", contact.Email)
            ?? (contact.Email is null || IsAddress(contact.Email)
                ? null
                : new InvalidField("email", "is not an e-mail address, such as name@example.org"));

    private static Refusal? Broken(string field, string? text) =>
        text is null ? null
        : text.Length > MostCharacters ? new TooLong(field, text.Length, MostCharacters)
        : text.Any(char.IsControl) ? new InvalidField(field, "holds a control character")
        : !text.IsWhole() ? new InvalidField(field, "holds half of a character")
        : null;

    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < text.Length - 1
        && text.LastIndexOf('@') == at && !text.Any(char.IsWhiteSpace);

    private static bool IsWhole(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
