using NodaTime;

namespace Muster.Scheduling.Problem;

/// <summary>
/// Employees x days x options with demand. Who works which option on which day is wanted: at most one option a day.
/// Days count from 0; day 0 is <see cref="FirstDay"/>. Costs are whole numbers, less is better. Immutable.
/// </summary>
public sealed record SchedulingProblem
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>The length of the planning period.</summary>
    public required int Days { get; init; }

    /// <summary>The date of day 0; it tells which days are weekends and where weeks begin.</summary>
    public LocalDate FirstDay { get; init; } = new(2024, 1, 1);

    /// <summary>Where weeks begin; weekends are Saturday and Sunday whatever it is.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The catalogue that employees and rules refer to by index.</summary>
    public required IReadOnlyList<ShiftOption> Options { get; init; }

    public required Demand Demand { get; init; }

    public required IReadOnlyList<Employee> Employees { get; init; }

    /// <summary>A schedule to begin with, of the same shape: the one that is to be improved or kept in parts.</summary>
    public Schedule? Start { get; init; }

    /// <summary>
    /// Cells that stay as <see cref="Start"/> has them (a day off where it has none). A rebuild of chosen agents and
    /// days locks everything else: <see cref="Locks.AllBut"/>.
    /// </summary>
    public IReadOnlySet<Cell> Locked { get; init; } = new HashSet<Cell>();

    /// <summary>
    /// How long each day is, in minutes; null: 24 hours. Where clocks are moved it is 23 or 25 hours, and the options
    /// of such a day are those with that <see cref="ShiftOption.DayMinutes"/>: see <see cref="Rules.DayLength"/>.
    /// </summary>
    public IReadOnlyList<int>? DayMinutes { get; init; }

    public int MinutesOf(int day) => DayMinutes?[day] ?? MinutesOfDay;

    /// <summary>When a day begins, in minutes from the beginning of day 0.</summary>
    public int StartOf(int day) => DayMinutes is { } minutes ? minutes.Take(day).Sum() : day * MinutesOfDay;

    /// <summary>0 is Monday.</summary>
    public int WeekdayOf(int day) => ((int)FirstDay.DayOfWeek - 1 + day) % 7;

    /// <summary>Week 0 is the one of day 0; it and the last may be shorter.</summary>
    public int WeekOf(int day) => ((((int)FirstDay.DayOfWeek - (int)WeekStart + 7) % 7) + day) / 7;

    /// <summary>For sentences: <c>Sat 2024-01-06</c>.</summary>
    public string DayName(int day) =>
        FirstDay.PlusDays(day).ToString("ddd uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
