namespace Muster.Cluster.Streams;

/// <summary>Follows a scope by its change rows alone: nothing else is ever read for it.</summary>
public sealed class ChangeMarksContent(ScopeName scope, IScopeStore store) : IScopeContent<ChangeMarks>
{
    public async Task<ScopeSnapshot<ChangeMarks>> LoadAsync(CancellationToken token)
    {
        var position = (await store.ReadVersionsAsync(token)).Of(scope);
        return new ScopeSnapshot<ChangeMarks>(position, ChangeMarks.From(position));
    }

    public ValueTask<ChangeMarks> ApplyAsync(ChangeMarks content, ScopeDelta delta, CancellationToken token) =>
        ValueTask.FromResult(content.With(delta));

    public long? VersionOf(ChangeMarks content, string entity, string id) => content.VersionOf(entity, id);
}
