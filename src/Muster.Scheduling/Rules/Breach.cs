namespace Muster.Scheduling.Rules;

/// <summary>A rule that a schedule breaks: who, when, what, and the remedy.</summary>
/// <param name="LastDay">Inclusive.</param>
/// <param name="Amount">In units of the rule.</param>
/// <param name="Text">For planners; a second line begins with "Maybe".</param>
public sealed record Breach(Rule Rule, int Employee, int FirstDay, int LastDay, long Amount, string Text);
