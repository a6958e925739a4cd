using Ledger.Domain.Reports;

namespace Ledger.Application.Reports;

/// <summary>Says how long the house gives itself for a report.</summary>
public interface IDeadlines
{
    Task<Deadlines> GetAsync(CancellationToken cancellationToken);
}

/// <summary>The hours that hold where the house has not set others.</summary>
public sealed class DefaultDeadlines : IDeadlines
{
    public Task<Deadlines> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new Deadlines());
}
