namespace Muster.Server.Api.Scheduling;

/// <summary>A build with what was found for each management unit.</summary>
public sealed record BuildDetailsView(BuildView Build, IReadOnlyList<BuildUnitView> Units);
