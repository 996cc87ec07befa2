using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>What given agents reach.</summary>
/// <param name="Minutes">How long the part of the day is.</param>
/// <param name="Replications">How often it was simulated.</param>
/// <param name="All">All contacts together.</param>
/// <param name="Remarks">What is probably not meant.</param>
public sealed record WhatIfView(
    LocalDate Date,
    LocalTime From,
    int Minutes,
    int Replications,
    ServedView All,
    IReadOnlyList<AgentGroupView> AgentGroups,
    IReadOnlyList<SharedQueueView> PlanningGroups,
    IReadOnlyList<string> Remarks);
