namespace Muster.Server.Agreement;

/// <summary>What the consistency checker of a node has counted since its start.</summary>
/// <param name="Checked">Answers compared with the database.</param>
/// <param name="Stale">Of those, how many were older than a second.</param>
/// <param name="Silent">Answers that did not come in time.</param>
public sealed record ConsistencyFigures(long Checked, long Stale, long Silent);
