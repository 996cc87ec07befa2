using Muster.Domain.Outcomes;

namespace Muster.Server.Schedules;

/// <summary>Steps of editing as somebody asks for them.</summary>
/// <param name="IsTrial">Nothing is written: what it would come to is all that is asked.</param>
public sealed record EditWish(Outcome<IReadOnlyList<EditStep>> Steps, bool IsTrial, string Note = "");
