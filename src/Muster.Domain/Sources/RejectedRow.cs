namespace Muster.Domain.Sources;

/// <summary>A row that cannot be used: the others go in without it.</summary>
/// <param name="Kind">Null when not even that can be told.</param>
/// <param name="ExternalId">Null when the row has none that can be read. With one, the object stays as it was.</param>
/// <param name="Place">Where it stands: "people.csv, line 12".</param>
/// <param name="Field">As the source calls it; empty when the row as a whole is meant.</param>
/// <param name="Reason">A sentence with the value and the remedy.</param>
public sealed record RejectedRow(ObjectKind? Kind, string? ExternalId, string Place, string Field, string Reason);
