using Muster.Server.Adherence.Results;

namespace Muster.Server.Adherence.Today;

/// <summary>Who asks the strand of adherence.</summary>
internal sealed record TodayDesks(PresenceDesk Presence, ResultTaking Results);
