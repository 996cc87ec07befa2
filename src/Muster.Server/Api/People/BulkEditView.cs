namespace Muster.Server.Api.People;

/// <summary>What came of a change for many.</summary>
/// <param name="Refused">Who stayed as they were, and why.</param>
public sealed record BulkEditView(int Changed, int Unchanged, IReadOnlyList<BulkRefusalView> Refused);
