namespace Muster.Server.Api.Synchronization;

/// <summary>A run, with what it found: what a plan would do, or what a held run waits to do.</summary>
public sealed record RunDetailView(RunView Run, IReadOnlyList<FindingView> Findings);
