using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Storage;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>A forecast that is asked for.</summary>
/// <param name="FirstDay">Absent: the day after the history's last.</param>
/// <param name="PlanningGroupIds">Absent: all of the unit.</param>
/// <param name="ClosedDays">Nothing comes in on these days, of the past and to come.</param>
/// <param name="SpecialDays">Days of one name share what was learned of them.</param>
public sealed record NewForecastBody(
    Guid BusinessUnitId,
    string Name,
    int Weeks = 4,
    LocalDate? FirstDay = null,
    IReadOnlyList<Guid>? PlanningGroupIds = null,
    IReadOnlyList<LocalDate>? ClosedDays = null,
    IReadOnlyList<SpecialDay>? SpecialDays = null)
{
    public ForecastScenario Forecast(WriteContext context, Caller caller) => new()
    {
        Id = new ForecastId(Guid.CreateVersion7(context.At)),
        BusinessUnit = new BusinessUnitId(BusinessUnitId),
        Name = Name,
        Weeks = Weeks,
        FirstDay = FirstDay,
        Groups = [.. (PlanningGroupIds ?? []).Select(id => new PlanningGroupId(id))],
        ClosedDays = [.. (ClosedDays ?? []).Distinct().Order()],
        SpecialDays = [.. (SpecialDays ?? []).OrderBy(day => day.Date)],
        CreatedBy = caller.Name,
        CreatedAt = context.At,
    };
}
