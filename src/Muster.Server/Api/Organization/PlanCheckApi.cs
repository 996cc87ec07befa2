using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Api.Access;
using Muster.Server.Organization;
using Muster.Server.Scheduling;

namespace Muster.Server.Api.Organization;

/// <summary>Whether the rules of a work plan can be kept, before it is saved.</summary>
public static class PlanCheckApi
{
    public static void MapPlanCheckApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/organization/work-plans/check", CheckAsync).WithTags("Organization")
            .RequiresSomewhere(Permissions.OrganizationEdit).Accepts<NewItem<WorkPlan>>("application/json")
            .Answers<PlanVerdict>().Called("Checks the rules of a work plan together",
                "Nothing is saved. Rules that no roster of four weeks keeps together are told as the smallest set.");

    private static async Task<IResult> CheckAsync(HttpContext http, OrganizationCache organization)
    {
        var made = ItemFields.New(OrganizationKinds.WorkPlan, await ItemEndpoint.ReadAsync(http));
        if (made.Refused is { } wrong)
        {
            return Problems.Of(wrong, http);
        }

        var all = await organization.CurrentAsync(http.RequestAborted);
        return new OrganizationAccess(http.Caller(), all).CheckEdit(made.Value) is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(PlanChecks.Of((WorkPlan)made.Value, all));
    }
}
