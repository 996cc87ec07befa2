using Muster.Domain.Organization;

namespace Muster.Adherence.Schedules;

/// <summary>What adherence needs to know of an activity code.</summary>
public readonly record struct ActivityFacts(ActivityCodeId Id, ActivityCategory Category, bool CountsAsWork);
