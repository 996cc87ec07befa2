namespace Muster.Scheduling.Rules;

/// <summary>What a count is taken over. Weeks begin as the problem says and may be cut by the period's ends.</summary>
public enum RuleSpan
{
    Period,
    Week,
    FourWeeks,
}
