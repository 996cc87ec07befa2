using Muster.Domain.Organization;

namespace Muster.Server.Api.Adherence;

/// <summary>An activity code, by name.</summary>
public sealed record NamedActivityView(Guid ActivityCodeId, string Name, ActivityCategory Category);
