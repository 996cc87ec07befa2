using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Storage.Schedules;

/// <summary>What days are published into.</summary>
/// <param name="Revision">The id of the version that is being made.</param>
/// <param name="Today">For the unit: days before are over, and nobody is told of them.</param>
/// <param name="LastShort">Days up to this one are within the notice period.</param>
public sealed record PublishTarget(ManagementUnitId Unit, long Revision, LocalDate Today, LocalDate LastShort);
