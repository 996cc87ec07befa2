using Muster.Cluster.Streams;
using Muster.Domain.Schedules;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// Published schedules as a node follows them: a version counts as applied, and is acknowledged, when this node's
/// adherence is judged by it as well.
/// </summary>
public sealed class JudgedContent(IScopeContent<LiveSchedules> followed) : IScopeContent<LiveSchedules>
{
    /// <summary>
    /// Judges by what has changed, and returns in bounded time. Null: this node judges nobody, and nothing waits for
    /// it.
    /// </summary>
    public Func<ScopeDelta, CancellationToken, Task>? Judge { get; set; }

    public Task<ScopeSnapshot<LiveSchedules>> LoadAsync(CancellationToken token) => followed.LoadAsync(token);

    public async ValueTask<LiveSchedules> ApplyAsync(LiveSchedules before, ScopeDelta delta, CancellationToken token)
    {
        var judging = Judge?.Invoke(delta, token) ?? Task.CompletedTask;
        var next = await followed.ApplyAsync(before, delta, token);
        await judging;
        return next;
    }

    public long? VersionOf(LiveSchedules before, string entity, string id) =>
        followed.VersionOf(before, entity, id);
}
