using System.Collections.Frozen;
using Muster.Domain.People;
using Muster.Domain.Synchronization;

namespace Muster.Server.Api.Synchronization;

/// <summary>A source, and how it is to be followed; what is absent has its usual value, or stays.</summary>
/// <param name="Level">0 off; 1 agents of sites assigned here; 2 everything but sites assigned elsewhere.</param>
/// <param name="TimeoutMinutes">Minutes between full runs; 0: one at the start, then real time only.</param>
/// <param name="OwnedByWfm">Fields of which the source says only the first value.</param>
/// <param name="BrakePercent">A run that would end more per cent of the people stops and asks.</param>
/// <param name="BrakePeople">A run that would end more people stops and asks.</param>
public sealed record SourceBody(
    string? Name = null,
    SourceType? Type = null,
    SourceSettings? Settings = null,
    int? Level = null,
    int? TimeoutMinutes = null,
    IReadOnlyList<AgentField>? OwnedByWfm = null,
    double? BrakePercent = null,
    int? BrakePeople = null)
{
    public SourceDefinition Apply(SourceDefinition source) => source with
    {
        Name = Name ?? source.Name,
        Type = Type ?? source.Type,
        Settings = Settings ?? source.Settings,
        Level = Level is { } level ? (SynchronizationLevel)level : source.Level,
        TimeoutMinutes = TimeoutMinutes ?? source.TimeoutMinutes,
        OwnedByWfm = OwnedByWfm?.ToFrozenSet() ?? source.OwnedByWfm,
        Brake = new Brake(BrakePercent ?? source.Brake.Percent, BrakePeople ?? source.Brake.People),
    };
}
