using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Scheduling;
using Muster.Storage;

namespace Muster.Server.Api.Scheduling;

/// <summary>What is done to a build that is there, by callers who may.</summary>
public sealed class BuildEndpoint(ApiWrites writes, BuildReading reading, Builds builds)
{
    private delegate Task<Outcome<ScheduleBuild>> Change(
        WriteTransaction transaction, BuildId id, CancellationToken token);

    public Task<IResult> StopAsync(HttpContext http, Guid id) => DoAsync(http, id, builds.StopAsync, Changed);

    public Task<IResult> CancelAsync(HttpContext http, Guid id) => DoAsync(http, id, builds.CancelAsync, Changed);

    public Task<IResult> RemoveAsync(HttpContext http, Guid id) =>
        DoAsync(http, id, builds.RemoveAsync, _ => ApiAnswer.NoContent);

    private static ApiAnswer Changed(ScheduleBuild build) =>
        new(200, BuildView.Of(build), Version: build.Version);

    private async Task<IResult> DoAsync(
        HttpContext http, Guid id, Change change, Func<ScheduleBuild, ApiAnswer> answer)
    {
        var found = await reading.FindAsync(http.Caller(), id, Permissions.ScheduleEdit, http.RequestAborted);
        return found.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) =>
                (await change(transaction, found.Value.Id, token)).Then(build => answer(build)));
    }
}
