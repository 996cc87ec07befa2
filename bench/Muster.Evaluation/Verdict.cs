namespace Muster.Evaluation;

/// <summary>What a solution costs, and what is wrong with it. The cost is told of invalid solutions too.</summary>
public sealed record Verdict(long Cost, IReadOnlyList<Breach> Breaches)
{
    public bool IsValid => Breaches.Count == 0;
}
