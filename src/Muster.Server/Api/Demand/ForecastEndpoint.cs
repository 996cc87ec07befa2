using Muster.Domain.Demand;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What is done to a forecast that is there, by callers who may.</summary>
public sealed class ForecastEndpoint(ApiWrites writes, ForecastReading reading, Forecasts forecasts)
{
    public Task<IResult> CancelAsync(HttpContext http, Guid id) => DoAsync(http, id, _ =>
        writes.RunAsync(http, async (transaction, token) =>
            (await forecasts.CancelAsync(transaction, new ForecastId(id), token))
            .Then(forecast => new ApiAnswer(200, ForecastView.Of(forecast), Version: forecast.Version))));

    public Task<IResult> RemoveAsync(HttpContext http, Guid id) => DoAsync(http, id, _ =>
        writes.RunAsync(http, async (transaction, token) =>
            (await forecasts.RemoveAsync(transaction, new ForecastId(id), token)).Then(_ => ApiAnswer.NoContent)));

    public Task<IResult> ChangeGroupAsync(HttpContext http, Guid id, Guid group, GroupChangeBody body)
    {
        var key = new ForecastGroupKey(new ForecastId(id), new PlanningGroupId(group));
        var change = new GroupChange(body.Layers, body.Staffing);
        return DoAsync(http, id, found => writes.RunAsync(http, async (transaction, version, token) =>
            (await forecasts.ChangeGroupAsync(transaction, key, version, change, token))
            .Then(row => new ApiAnswer(200, new ForecastPart(found, row).View(), Version: row.Version))));
    }

    private async Task<IResult> DoAsync(HttpContext http, Guid id, Func<ForecastScenario, Task<IResult>> work)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ForecastEdit, http.RequestAborted);
        return found.Refused is { } refusal ? Problems.Of(refusal, http) : await work(found.Value);
    }
}
