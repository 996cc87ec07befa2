using Muster.Domain.Demand;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>A forecast of a business unit, and how far it is.</summary>
/// <param name="Done">How many planning groups are forecast by now.</param>
/// <param name="Sentence">What came of it, or what it waits for.</param>
public sealed record ForecastView(
    Guid Id,
    long Version,
    Guid BusinessUnitId,
    string Name,
    LocalDate? FirstDay,
    int Weeks,
    IReadOnlyList<Guid> PlanningGroupIds,
    IReadOnlyList<LocalDate> ClosedDays,
    IReadOnlyList<SpecialDay> SpecialDays,
    ForecastState State,
    int Done,
    string Sentence,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt)
{
    public static ForecastView Of(ForecastScenario forecast) => new(
        forecast.Id.Value, forecast.Version, forecast.BusinessUnit.Value, forecast.Name, forecast.FirstDay,
        forecast.Weeks, [.. forecast.Groups.Select(group => group.Value)], forecast.ClosedDays, forecast.SpecialDays,
        forecast.State, forecast.Done, forecast.Sentence, forecast.CreatedBy, forecast.CreatedAt, forecast.EndedAt);
}
