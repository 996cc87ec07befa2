namespace Muster.Evaluation.Rosters;

/// <param name="NotBefore">Shifts that must not follow on the next day.</param>
public sealed record RosterShift(string Id, int Minutes, IReadOnlySet<string> NotBefore);
