using System.Collections.Frozen;
using Muster.Domain.People;

namespace Muster.Domain.Synchronization;

/// <summary>How a source is to be followed.</summary>
/// <param name="OwnedByWfm">Fields of which the source says only the first value.</param>
public sealed record SourceRules(SynchronizationLevel Level, FrozenSet<AgentField> OwnedByWfm)
{
    public SourceRules(SynchronizationLevel level)
        : this(level, [])
    {
    }
}
