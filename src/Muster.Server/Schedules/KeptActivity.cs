using Muster.Domain.Schedules;

namespace Muster.Server.Schedules;

/// <summary>An activity as it is kept.</summary>
/// <param name="Start">Minutes since 1970.</param>
public sealed record KeptActivity(ActivityLayer Layer, int Start, int Minutes, Guid Code);
