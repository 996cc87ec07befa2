using Muster.Forecasting.Staffing;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>A day's requirement, from midnight on; null where it is closed.</summary>
public sealed record RequiredDay(LocalDate Date, IReadOnlyList<RequirementRow?> Rows);
