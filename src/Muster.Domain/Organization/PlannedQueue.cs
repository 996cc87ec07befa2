namespace Muster.Domain.Organization;

/// <summary>A queue of the telephone system.</summary>
/// <param name="Id">As events and statistics name it.</param>
/// <param name="Name">As people call it.</param>
public sealed record PlannedQueue(string Id, string Name);
