using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Explain;

/// <summary>What it would take to resolve a contradiction by one rule.</summary>
/// <param name="Amount">By how many units of its own the rule must be broken; null: that alone does not help.</param>
public sealed record Relief(Rule Rule, long? Amount);
