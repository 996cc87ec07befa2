namespace Muster.Cluster.Streams;

/// <summary>How content of a scope is read. Calls may throw <see cref="StoreAwayException"/>.</summary>
public interface IScopeContent<T>
{
    /// <summary>Reads all of it, and the position, in one snapshot of the database.</summary>
    Task<ScopeSnapshot<T>> LoadAsync(CancellationToken token);

    /// <summary>
    /// The content with the changes in it. What is read for them may be newer than they are, so an entity is set only
    /// if its version is higher than the one held. It is read on the timeline of the changes, else refused with
    /// <see cref="StoreAwayException"/>: another database may not have them.
    /// </summary>
    ValueTask<T> ApplyAsync(T content, ScopeDelta delta, CancellationToken token);

    /// <summary>The version of an entity in the content; null when the content does not hold it.</summary>
    long? VersionOf(T content, string entity, string id);
}
