using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>The days of an agent that a draft has other than they are published.</summary>
/// <param name="AgentName">Empty for somebody who is not there any more.</param>
public sealed record DraftExtentView(Guid AgentId, string AgentName, IReadOnlyList<LocalDate> Days)
{
    public static DraftExtentView Of(DraftExtent extent) => new(extent.Agent.Value, extent.Name, extent.Days);
}
