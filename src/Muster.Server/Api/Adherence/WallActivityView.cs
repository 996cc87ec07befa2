using Muster.Domain.Organization;

namespace Muster.Server.Api.Adherence;

/// <summary>What is scheduled now.</summary>
/// <param name="Since">When it began; at the earliest yesterday.</param>
/// <param name="Until">When something else is scheduled, or nothing.</param>
public sealed record WallActivityView(
    Guid ActivityCodeId, string Name, ActivityCategory Category, DateTimeOffset Since, DateTimeOffset? Until);
