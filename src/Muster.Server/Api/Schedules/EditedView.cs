using Muster.Domain.Schedules;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>What steps of editing came to.</summary>
/// <param name="Version">The draft's after them.</param>
/// <param name="Days">Those that came out other than they were.</param>
/// <param name="Breaches">Rules of work plans that they break, and that were kept before.</param>
public sealed record EditedView(
    long Version, string Sentence, IReadOnlyList<DayView> Days, IReadOnlyList<BreachView> Breaches)
{
    public static EditedView Of(ScheduleDraft draft, EditedDays edited) => new(
        draft.Version, edited.Sentence,
        [
            .. edited.Changed.Select(day => new DayView(
                day.Key.Agent.Value, day.Key.Day, draft.Version, ActivityView.Of(day.Value))),
        ],
        [.. edited.Breaches.Select(BreachView.Of)]);
}
