namespace Muster.Cluster.Leases;

/// <summary>What one who wants a lease does next, and why, in one sentence.</summary>
public abstract record LeaseDecision
{
    private LeaseDecision(string reason) => Reason = reason;

    public string Reason { get; }

    public sealed record Take(string Because) : LeaseDecision(Because);

    public sealed record Wait(TimeSpan AtMost, string Because) : LeaseDecision(Because);
}
