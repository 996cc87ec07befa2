using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Storage.Synchronization;

/// <summary>An agent as another source knows it, with an employee number that is looked for.</summary>
public sealed record TwinRow(string Number, string Source, string ExternalId, AgentId Agent, TenantId Tenant);
