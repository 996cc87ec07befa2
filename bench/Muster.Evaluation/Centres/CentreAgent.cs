namespace Muster.Evaluation.Centres;

/// <param name="Skills">Bit g: can serve planning group g.</param>
/// <param name="DaysOff">On which no shift may start.</param>
public sealed record CentreAgent(string Id, WorkPlan Plan, int Skills, IReadOnlySet<int> DaysOff);
