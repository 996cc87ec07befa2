namespace Muster.Server.Simulate;

/// <summary>What comes to a centre on a day, and who can serve it.</summary>
internal sealed record KnownDemand(
    IReadOnlyList<KnownQueue> Queues, IReadOnlyList<ServedQueue> Served, IReadOnlyList<string> Remarks);
