namespace Muster.Server.Demo.Content;

/// <summary>How the schedules are built.</summary>
/// <param name="Seconds">How long each unit is searched.</param>
public sealed record BuildContent(int Weeks, int Seconds);
