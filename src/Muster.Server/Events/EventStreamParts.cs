using Muster.Domain.Identity;
using Muster.Server.Api.Access;

namespace Muster.Server.Events;

/// <summary>What every socket of a source shares.</summary>
public sealed record EventStreamParts(IngestQueue Queue, CallerCache Callers, TimeProvider Time)
{
    public static readonly AccessRule Rule = new AccessRule.Holders(Permissions.EventsWrite);
}
