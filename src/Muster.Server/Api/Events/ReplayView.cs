namespace Muster.Server.Api.Events;

/// <summary>What became of quarantined lines that were sent through again.</summary>
/// <param name="Lines">How many were tried.</param>
/// <param name="Accepted">They can be used now, and have left the quarantine.</param>
/// <param name="Duplicates">They had come all the same, and have left the quarantine.</param>
/// <param name="Left">They stay in quarantine, with the reason of now.</param>
public sealed record ReplayView(long Lines, long Accepted, long Duplicates, long Left);
