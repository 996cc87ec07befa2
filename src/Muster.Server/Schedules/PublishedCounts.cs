namespace Muster.Server.Schedules;

/// <summary>What a publish came to.</summary>
/// <param name="Revision">What was made; null: nothing differed, so there is no new version.</param>
/// <param name="AgentDays">That came out other than they were.</param>
/// <param name="Merged">Of them, those where another's change was kept as well.</param>
/// <param name="Overwritten">Of them, those where another's change was put aside by force.</param>
/// <param name="WhyNothing">Why there is no new version; null: there is one, or nothing was to be made.</param>
public sealed record PublishedCounts(
    long? Revision, int Agents, int AgentDays, int Merged, int Overwritten, string? WhyNothing = null)
{
    public static readonly PublishedCounts Nothing = new(null, 0, 0, 0, 0);
}
