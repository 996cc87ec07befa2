using Muster.Domain.Synchronization;
using Muster.Storage.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>Reads sources with how far each has been followed.</summary>
public sealed class SourceReading(SourceStore sources, IssueStore issues, MirrorStore mirror)
{
    public async Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken token)
    {
        var progress = await sources.ReadProgressAsync(token);
        var open = await issues.CountOpenAsync(token);
        var people = await mirror.CountPeopleAsync(token);
        return
        [
            .. (await sources.ListAsync(token)).Select(source => SourceView.Of(
                source, progress[source.Id], people.GetValueOrDefault(source.Id.Value),
                open.GetValueOrDefault(source.Id.Value))),
        ];
    }

    /// <summary>A source that was just written.</summary>
    public async Task<SourceView> ViewAsync(SourceDefinition source, CancellationToken token)
    {
        var progress = (await sources.ReadProgressAsync(token)).GetValueOrDefault(source.Id)
            ?? new SourceProgress(null, "waiting", "", null, null, null, null, null);
        return SourceView.Of(source, progress, await mirror.CountPeopleAsync(source.Id.Value, token), 0);
    }
}
