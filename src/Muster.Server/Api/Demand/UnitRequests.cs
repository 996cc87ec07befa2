using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Api.Access;
using Muster.Server.Organization;

namespace Muster.Server.Api.Demand;

/// <summary>What is done in a business unit, by callers who may.</summary>
internal static class UnitRequests
{
    public static async Task<IResult> InUnitAsync(
        this PlanningAccess access, HttpContext http, Guid unit, Permission permission,
        Func<BusinessUnit, Task<IResult>> work)
    {
        var found = await access.FindAsync(http.Caller(), unit, permission, http.RequestAborted);
        return found.Refused is { } refusal ? Problems.Of(refusal, http) : await work(found.Value);
    }
}
