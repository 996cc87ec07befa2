namespace Muster.Server.Api.Events;

/// <summary>How many quarantined lines were deleted.</summary>
public sealed record DeletedLinesView(int Deleted);
