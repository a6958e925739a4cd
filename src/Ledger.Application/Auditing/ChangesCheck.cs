using System.Globalization;
using System.Runtime.CompilerServices;
using Ledger.Domain.Stories;
using Ledger.EventStore.Verifying;

namespace Ledger.Application.Auditing;

/// <summary>Classes every change of text again, and names those that nobody has explained.</summary>
public sealed class ChangesCheck(ChangeAudit audit) : ICheck
{
    /// <inheritdoc/>
    public string Name => "changes";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        progress?.Report(new(Name, 0, 0));
        var audited = await audit.RunAsync(cancellationToken);
        foreach (var change in audited.Unexplained)
        {
            yield return new(
                Name, string.Create(CultureInfo.InvariantCulture, $"event {change.Position}"),
                Describe(change.Reason));
        }
    }

    /// <summary>Why a change counts as unexplained, as the rest of a sentence.</summary>
    public static string Describe(Unexplained reason) => reason switch
    {
        Unexplained.NotClassed => "may alter what the story says, and was not classed",
        Unexplained.ClassedOtherwise => "is recorded otherwise than it is classed",
        Unexplained.WithoutSecondPerson => "is a flagged minor fix without a second person",
    };
}
