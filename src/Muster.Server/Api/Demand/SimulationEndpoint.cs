using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Demand.Skills;
using Muster.Server.Organization;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>Simulates a forecast's days for callers who may see it.</summary>
public sealed class SimulationEndpoint(
    ForecastReading reading, OrganizationCache organization, SharedStaffing staffing)
{
    public async Task<IResult> ListAsync(HttpContext http, Guid id, AgentGroupsQuery query)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ForecastView, http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(new Page<KnownAgentGroupView>(await staffing.PeopleAsync(
                found.Value, await organization.CurrentAsync(http.RequestAborted), LocalDate.FromDateOnly(query.Date),
                http.RequestAborted)));
    }

    public async Task<IResult> RequireAsync(HttpContext http, Guid id, SharedRequirementBody body)
    {
        var day = await DayAsync(http, id, body.Check(), body.Date, body.AgentGroups);
        var found = day.Refused ?? await staffing.RequireAsync(day.Value, body, http.RequestAborted);
        return found.Refused is { } refusal ? Problems.Of(refusal, http) : TypedResults.Ok(found.Value);
    }

    public async Task<IResult> WhatIfAsync(HttpContext http, Guid id, WhatIfBody body)
    {
        var day = await DayAsync(http, id, body.Check(), body.Date, body.AgentGroups);
        var found = day.Refused ?? await staffing.WhatIfAsync(day.Value, body, http.RequestAborted);
        return found.Refused is { } refusal ? Problems.Of(refusal, http) : TypedResults.Ok(found.Value);
    }

    private async Task<Outcome<SharedDay>> DayAsync(
        HttpContext http, Guid id, Refusal? wrong, LocalDate date, IReadOnlyList<AgentGroupBody> groups)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ForecastView, http.RequestAborted);
        return (found.Refused ?? wrong) is { } refusal
            ? refusal
            : await staffing.DayAsync(
                found.Value, await organization.CurrentAsync(http.RequestAborted), date, groups, http.RequestAborted);
    }
}
