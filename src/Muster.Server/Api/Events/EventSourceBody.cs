using Muster.Domain.Organization;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>What people set of a source of events; what is absent stays.</summary>
/// <param name="SwitchId">Where its logins are of, when a line names no switch.</param>
/// <param name="AnySwitch">True: its logins may be of any switch of the tenant.</param>
/// <param name="ClockOffsetMs">Added to the times of lines that come from now on; minus 2000 when the source's clock is
/// two seconds ahead.</param>
public sealed record EventSourceBody(
    string? Name = null, Guid? SwitchId = null, bool? AnySwitch = null, long? ClockOffsetMs = null)
{
    public static EventSourceBody Of(EventSource source) =>
        new(source.Name, source.Switch?.Value, source.Switch is null, source.ClockOffsetMs);

    public EventSource Apply(EventSource source) => source with
    {
        Name = Name ?? source.Name,
        Switch = SwitchId is { } id ? new SwitchId(id) : AnySwitch is true ? null : source.Switch,
        ClockOffsetMs = ClockOffsetMs ?? source.ClockOffsetMs,
    };
}
