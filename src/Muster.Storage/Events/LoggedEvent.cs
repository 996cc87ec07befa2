using Muster.Domain.People;

namespace Muster.Storage.Events;

/// <summary>An agent's state has changed, as the log has it.</summary>
/// <param name="Seq">Gapless, in the order of commits.</param>
/// <param name="ReceivedAt">By the database's clock; rises with <paramref name="Seq"/>.</param>
/// <param name="Source">The source's number.</param>
/// <param name="At">When it happened: the source's time and its clock offset.</param>
/// <param name="State">The number of its state and reason code (<see cref="EventState"/>).</param>
public readonly record struct LoggedEvent(
    long Seq, DateTimeOffset ReceivedAt, int Source, DateTimeOffset At, AgentId Agent, int State);
