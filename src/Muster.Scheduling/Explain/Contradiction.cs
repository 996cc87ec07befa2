using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Explain;

/// <summary>
/// Hard rules of one employee that no roster keeps together; without any one of them there is one that keeps the rest.
/// </summary>
/// <param name="Employee">By index.</param>
/// <param name="Reliefs">One per rule of the set, in its order.</param>
/// <param name="Relaxed">The rule that the search breaks, as little as it can.</param>
/// <param name="Text">For planners; the last line begins with "Maybe".</param>
public sealed record Contradiction(int Employee, IReadOnlyList<Relief> Reliefs, Rule Relaxed, string Text);
