namespace Muster.Server.Demo.Content;

/// <summary>What a planning group's staff is reckoned by.</summary>
/// <param name="HandleSeconds">Null: as the history tells.</param>
public sealed record TermsContent(
    string PlanningGroup, string ServiceGoal, int PatienceSeconds, double ShrinkagePercent,
    double? HandleSeconds = null);
