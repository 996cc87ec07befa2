namespace Muster.Cluster.Streams;

/// <summary>A scope's content on this node, whatever its type. Belongs to a strand.</summary>
internal interface IFollower
{
    ScopeName Scope { get; }

    /// <summary>Timeline 0 before the first load.</summary>
    ScopePosition Applied { get; }

    /// <summary>
    /// By this node's clock: everything that was committed before this moment is in the content. Null before the first
    /// load.
    /// </summary>
    long? FreshAt { get; }

    /// <summary>Hears of a position from another node: a hint, nothing more.</summary>
    void Hear(ScopePosition position, ScopeDelta? delta);

    /// <summary>Hears a position from the database, which decides.</summary>
    void Hear(ScopePosition database, DatabaseQuestion question);

    long? VersionOf(string entity, string id);

    Task RunAsync(CancellationToken token);
}
