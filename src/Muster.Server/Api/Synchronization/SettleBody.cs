namespace Muster.Server.Api.Synchronization;

/// <summary>How an issue is settled.</summary>
/// <param name="JoinWith">
/// For a conflict about who somebody is: the agent who is the same person. Absent: it stays as it is.
/// </param>
public sealed record SettleBody(Guid? JoinWith = null);
