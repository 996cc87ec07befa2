using Muster.Server.Organization;
using Muster.Storage.Adherence;
using Muster.Storage.People;

namespace Muster.Server.Adherence.Results;

/// <summary>What past days are judged anew with.</summary>
internal sealed record RecountParts(
    RecountStore Recounts, ResultStore Results, AgentStore Agents, OrganizationCache Organization);
