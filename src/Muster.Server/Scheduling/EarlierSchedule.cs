using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>The schedule of a unit that an earlier build has made.</summary>
internal sealed class EarlierSchedule
{
    private readonly LocalDate _firstDay;
    private readonly int _days;
    private readonly Dictionary<Guid, Dictionary<int, IReadOnlyList<int>>> _shifts;

    public EarlierSchedule(BuiltSchedule schedule, LocalDate firstDay, int days)
    {
        (Schedule, _firstDay, _days) = (schedule, firstDay, days);
        _shifts = schedule.Agents.ToDictionary(
            agent => agent.Id, agent => agent.Shifts.ToDictionary(shift => shift[0]));
    }

    public BuiltSchedule Schedule { get; }

    public bool Contains(LocalDate day) => IndexOf(day) is >= 0 and var index && index < _days;

    public bool Knows(AgentId agent) => _shifts.ContainsKey(agent.Value);

    /// <summary>As <see cref="BuiltAgent.Shifts"/> has it; null: a day off.</summary>
    public IReadOnlyList<int>? ShiftOf(AgentId agent, LocalDate day) =>
        _shifts.GetValueOrDefault(agent.Value)?.GetValueOrDefault(IndexOf(day));

    /// <summary>How long a day is, in minutes.</summary>
    public int MinutesOf(LocalDate day) => BuildCalendar.MinutesOfDay
        - (Schedule.ClockChanges ?? []).Where(change => change.Day == IndexOf(day)).Sum(change => change.Minutes);

    private int IndexOf(LocalDate day) => Period.DaysBetween(_firstDay, day);
}
