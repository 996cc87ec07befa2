using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>Opens sources by their type; one function each.</summary>
public sealed class SourceOpening(IReadOnlyDictionary<SourceType, Func<SourceDefinition, ISource>> types)
{
    public ISource Open(SourceDefinition source) => types[source.Type](source);
}
