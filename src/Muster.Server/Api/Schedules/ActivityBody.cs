using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>An activity as it is to be.</summary>
public sealed record ActivityBody(ActivityLayer Layer, DateTimeOffset Start, int Minutes, Guid ActivityCodeId)
{
    public PlannedActivity Activity() =>
        new(Layer, Instant.FromDateTimeOffset(Start), Minutes, new ActivityCodeId(ActivityCodeId));
}
