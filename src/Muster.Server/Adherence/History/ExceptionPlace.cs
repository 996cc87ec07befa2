using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>After which exception a list goes on.</summary>
/// <param name="Day">Its day, as the number of a part of the time (<see cref="HistoryAxis"/>).</param>
public sealed record ExceptionPlace(long Day, Guid Agent, Instant Start);
