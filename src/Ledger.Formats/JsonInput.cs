using System.Text.Json;

namespace Ledger.Formats;

/// <summary>Walks through JSON that a stranger wrote, and says of every surprise in it where it stands.</summary>
/// <remarks>
/// Written by hand because the serializer's own errors name .NET types, and because a member that occurs twice or is
/// not known must not be passed over.
/// </remarks>
internal ref struct JsonInput
{
    private const int MaxDepth = 8;

    private readonly ReadOnlySpan<byte> utf8;
    private readonly long firstLine;
    private Utf8JsonReader reader;

    /// <exception cref="InputFormatException">It is not UTF-8, or has no first token.</exception>
    public JsonInput(ReadOnlySpan<byte> input, long firstLine = 1)
    {
        utf8 = input.StartsWith("\uFEFF"u8) ? input[3..] : input;
        this.firstLine = firstLine;
        if (InputPlace.FirstInvalidUtf8(utf8) is { } index)
            throw At(index, "The text is not UTF-8");

        reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        Advance();
    }

    /// <summary>Begins to read a text that is one object.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="what">How the object is named in a problem.</param>
    /// <param name="seen">No member yet.</param>
    public static JsonInput Begin(ReadOnlyMemory<byte> utf8, string what, out uint seen)
    {
        var input = new JsonInput(utf8.Span);
        input.ExpectObject(what);
        seen = 0;
        return input;
    }

    /// <summary>Whether the value that stands here is null.</summary>
    public readonly bool IsNull => reader.TokenType == JsonTokenType.Null;

    /// <summary>Goes through the members of the object that stands here; null after the last.</summary>
    /// <param name="names">Every member that the object may have, 32 at most.</param>
    /// <param name="seen">Keeps which have been met; 0 before the first.</param>
    public string? NextMember(string[] names, ref uint seen)
    {
        Advance();
        if (reader.TokenType == JsonTokenType.EndObject)
            return null;

        for (var i = 0; i < names.Length; i++)
        {
            if (!reader.ValueTextEquals(names[i]))
                continue;

            if ((seen & (1u << i)) != 0)
                throw Here($"The member '{names[i]}' occurs twice");

            seen |= 1u << i;
            Advance();
            return names[i];
        }

        throw Here($"The member '{ReadText()}' is not known here");
    }

    public readonly void ExpectObject(string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Here($"{what} must be an object, but this is {Kind()}");
    }

    public readonly void ExpectArray(string what)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Here($"{what} must be an array, but this is {Kind()}");
    }

    /// <summary>Moves to the next item of the array that stands here; false after the last.</summary>
    public bool NextItem()
    {
        Advance();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    public readonly string Text(string name) => reader.TokenType == JsonTokenType.String
        ? ReadText()
        : throw Here($"'{name}' must be a text, but this is {Kind()}");

    public readonly string? TextOrNull(string name) => IsNull ? null : Text(name);

    public readonly int Integer(string name) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
            ? number
            : throw Here($"'{name}' must be a whole number of at most {int.MaxValue}, but this is {Kind()}");

    public readonly bool? TrueOrFalseOrNull(string name) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Here($"'{name}' must be true or false, but this is {Kind()}"),
    };

    public readonly DateTimeOffset Time(string name) => Rfc3339.TryParse(Text(name), out var time)
        ? time
        : throw Here($"'{name}' must be a time such as 2026-03-01T08:00:00Z, with its offset");

    public readonly DateTimeOffset? TimeOrNull(string name) => IsNull ? null : Time(name);

    /// <summary>Checks that nothing follows the value that has been read.</summary>
    public void ExpectEnd()
    {
        if (Read())
            throw Here("Something follows after the end of the JSON");
    }

    /// <summary>An error about the token that stands here.</summary>
    public readonly InputFormatException Here(string problem) => At((int)reader.TokenStartIndex, problem);

    private void Advance()
    {
        if (!Read())
            throw At(utf8.Length, "The JSON ends too early");
    }

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            var column = (e.BytePositionInLine ?? 0) + 1;
            throw new InputFormatException(InputPlace.Problem(e, utf8), firstLine + (e.LineNumber ?? 0), column);
        }
    }

    private readonly string ReadText()
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Here("A text holds one half of a surrogate pair");
        }
    }

    private readonly InputFormatException At(int index, string problem)
    {
        var (line, column) = InputPlace.Of(utf8, index);
        return new(problem, firstLine + line - 1, column);
    }

    private readonly string Kind() => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
