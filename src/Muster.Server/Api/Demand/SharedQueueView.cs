namespace Muster.Server.Api.Demand;

/// <summary>A planning group that shares its agents with others.</summary>
/// <param name="Contacts">As forecast.</param>
/// <param name="AloneAgents">
/// What Erlang needs when it has its agents for itself; in several intervals, the most.
/// </param>
public sealed record SharedQueueView(Guid PlanningGroupId, double Contacts, int AloneAgents, ServedView Served);
