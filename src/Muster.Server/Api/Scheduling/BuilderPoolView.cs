namespace Muster.Server.Api.Scheduling;

/// <summary>Who builds schedules, and what there is to build.</summary>
/// <param name="Builders">Those that are alive.</param>
/// <param name="Jobs">Builds of all business units that have not ended, the most urgent first.</param>
public sealed record BuilderPoolView(IReadOnlyList<BuilderView> Builders, IReadOnlyList<BuildJobView> Jobs);
