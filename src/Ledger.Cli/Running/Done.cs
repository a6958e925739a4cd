using System.Globalization;

namespace Ledger.Cli.Running;

/// <summary>Says what a command has done, where nothing else is to be shown.</summary>
internal static class Done
{
    /// <param name="name">What it was done to.</param>
    /// <param name="verb">What was done, for programs: <c>pause</c>.</param>
    /// <param name="sentence">The same for people.</param>
    public static Task SayAsync(
        Session session, string name, string verb, string sentence, CancellationToken cancellationToken) =>
        session.AsJson
            ? Output.JsonAsync(new { Name = name, Done = verb }, cancellationToken)
            : Output.LineAsync(sentence, cancellationToken);

    /// <param name="count">How many events are tried again.</param>
    public static Task ReplayedAsync(Session session, string name, int count, CancellationToken cancellationToken) =>
        session.AsJson
            ? Output.JsonAsync(new { Name = name, Replayed = count }, cancellationToken)
            : Output.LineAsync(
                string.Create(CultureInfo.InvariantCulture, $"Replayed: {count}."), cancellationToken);
}
