using NodaTime;

namespace Muster.Server.Demo;

/// <summary>What is remembered of a centre that was built to its end.</summary>
/// <param name="LastDay">The last one that is scheduled.</param>
internal sealed record FinishedCentre(Guid BusinessUnit, LocalDate LastDay, DateTimeZone Zone);
