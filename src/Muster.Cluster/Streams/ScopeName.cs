namespace Muster.Cluster.Streams;

/// <summary>
/// What is versioned as one: a kind of content, within a business unit where it has one ("access", "people:0192...").
/// </summary>
public readonly record struct ScopeName(string Value)
{
    public static ScopeName Of(string kind) => new(kind);

    public static ScopeName Of(string kind, Guid businessUnit) => new($"{kind}:{businessUnit:n}");

    public override string ToString() => Value;
}
