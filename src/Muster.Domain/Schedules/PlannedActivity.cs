using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>What somebody is to do from a moment on, <c>[start, end)</c>, in whole minutes of elapsed time.</summary>
public readonly record struct PlannedActivity(ActivityLayer Layer, Instant Start, int Minutes, ActivityCodeId Code)
{
    public Instant End => Start + Duration.FromMinutes(Minutes);

    /// <summary>Minutes since 1970, as schedules are kept; what is finer is cut off.</summary>
    public int StartMinute => (int)(Start.ToUnixTimeSeconds() / 60);

    public static Instant At(int minute) => Instant.FromUnixTimeSeconds(minute * 60L);
}
