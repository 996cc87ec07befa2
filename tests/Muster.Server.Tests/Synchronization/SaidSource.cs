using System.Runtime.CompilerServices;
using Muster.Domain.Sources;

namespace Muster.Server.Tests.Synchronization;

/// <summary>A source in the test's hand: what it holds, and the history of how it came to that.</summary>
internal sealed class SaidSource : ISource
{
    private readonly Dictionary<(ObjectKind Kind, string Id), SourceObject> _now = [];

    public List<SourceObject> History { get; } = [];

    public IReadOnlyCollection<SourceObject> Now => _now.Values;

    public bool IsCutOff { get; set; }

    public void Say(ObjectKind kind, string id, SourceContent? content)
    {
        var version = (_now.GetValueOrDefault((kind, id))?.Version ?? 0) + 1;
        var said = new SourceObject(kind, id, version, DateTimeOffset.UnixEpoch.AddSeconds(History.Count), content);
        _now[(kind, id)] = said;
        History.Add(said);
    }

    public Task<SourceSnapshot> OpenSnapshotAsync(CancellationToken token) =>
        Task.FromResult(new SourceSnapshot($"{History.Count}", ReadAsync(token)));

    public Task<SourceChanges> ReadChangesAsync(string cursor, TimeSpan wait, CancellationToken token) =>
        throw new CursorRefusedException("The test tells of changes by itself.");

    public Task<SourceObject?> FindAsync(ObjectKind kind, string externalId, CancellationToken token) =>
        Task.FromResult(_now.GetValueOrDefault((kind, externalId)));

    private async IAsyncEnumerable<SourceRow> ReadAsync([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Yield();
        var given = 0;
        foreach (var said in _now.Values.Where(said => !said.IsGone).OrderBy(said => said.Kind))
        {
            token.ThrowIfCancellationRequested();
            if (IsCutOff && given++ > _now.Count / 2)
            {
                throw new SourceBrokenException("The answer ended in the middle.");
            }

            yield return said;
        }
    }
}
