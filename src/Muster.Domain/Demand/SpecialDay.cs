using NodaTime;

namespace Muster.Domain.Demand;

/// <summary>A day unlike others.</summary>
/// <param name="Name">Its type: days of one name share what was learned of them ("mailing", "Black Friday").</param>
public sealed record SpecialDay(LocalDate Date, string Name);
