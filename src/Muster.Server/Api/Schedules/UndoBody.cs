namespace Muster.Server.Api.Schedules;

/// <summary>An edit that is to be taken back.</summary>
/// <param name="Version">The draft's, which the edit made; absent: the caller's last edit.</param>
public sealed record UndoBody(long? Version = null);
