using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Schedules;

/// <summary>The days of an agent that a draft has other than they are published.</summary>
/// <param name="Name">Empty for somebody who is not there any more.</param>
public sealed record DraftExtent(AgentId Agent, string Name, IReadOnlyList<LocalDate> Days);
