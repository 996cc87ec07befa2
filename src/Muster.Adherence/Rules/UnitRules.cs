using Muster.Adherence.Events;
using Muster.Adherence.Schedules;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Rules;

/// <summary>The rules of a unit, made for look-ups by number. The first holds since ever.</summary>
internal sealed class UnitRules
{
    private readonly CompiledRules[] _versions;

    public UnitRules(RuleVersions versions, StateTable states, ActivityTable activities)
    {
        DatedRules[] before = versions.Entries is [{ From: null }, ..] ? [] : [new(null, AdherenceRules.None)];
        _versions = [.. before.Concat(versions.Entries).Select(one => new CompiledRules(one, states, activities))];
        Source = versions;
    }

    public RuleVersions Source { get; }

    public CompiledRules this[int index] => _versions[index];

    /// <summary>From which second on which rules hold, where days begin by the clocks of a zone.</summary>
    public StepList<byte> In(DateTimeZone zone)
    {
        var steps = new StepList<byte>();
        for (var i = 0; i < _versions.Length; i++)
        {
            steps.Add(_versions[i].From is { } day ? UnixSeconds.Floor(Days.Start(day, zone)) : 0, (byte)i);
        }

        return steps;
    }
}
