using System.Text.Json.Nodes;
using Ledger.Application;

namespace Ledger.EventStore.Tests.Contract;

/// <summary>A fact that stays as it is.</summary>
public sealed record NoteTaken(string Text);

/// <summary>A fact of which nothing but the number matters.</summary>
public sealed record StepMade(int Number);

/// <summary>An order to erase; its name is the one that the database knows.</summary>
public sealed record NotesErased(IReadOnlyList<NotedPlace> Places);

/// <summary>A place in an order to erase.</summary>
public sealed record NotedPlace(long Position, string Part, string Member, string Commitment, string Digest);

/// <summary>The first shape of a type that was changed later.</summary>
public sealed record NameGiven(string Name);

/// <summary>Its newest shape.</summary>
public sealed record PersonNamed(string FirstName, string LastName);

/// <summary>The catalogues of a program through its life.</summary>
public static class SampleEvents
{
    public static EventCatalogue Catalogue { get; } = new(
        [
            (typeof(NoteTaken), "note_taken"), (typeof(StepMade), "step_made"), (typeof(NameGiven), "name_given"),
            (typeof(NotesErased), "content_erased"),
        ],
        [],
        LedgerEvents.Json);

    /// <summary>A program in which a name has two parts by now, and to which steps are unknown.</summary>
    public static EventCatalogue WithNewShape { get; } = new(
        [(typeof(NoteTaken), "note_taken"), (typeof(PersonNamed), "name_given")],
        [
            new("name_given", old => old.ContainsKey("name"), old => new JsonObject
            {
                ["whole"] = old["name"]!.GetValue<string>(),
            }),
            new("name_given", old => old.ContainsKey("whole"), old => new JsonObject
            {
                ["firstName"] = old["whole"]!.GetValue<string>().Split(' ')[0],
                ["lastName"] = old["whole"]!.GetValue<string>().Split(' ')[1],
            }),
        ],
        LedgerEvents.Json);
}
