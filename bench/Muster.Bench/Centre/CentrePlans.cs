using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>The work plans of the made-up centre, with the part of the staff that has each.</summary>
internal static class CentrePlans
{
    private const int Hour = 4; // in slots

    private static readonly RestRule FirstBreak = new("first break", 15, true, 0, 75, 165);
    private static readonly RestRule Meal = new("meal", 30, false, 420, 180, 300);
    private static readonly RestRule SecondBreak = new("second break", 15, true, 420, 315, 420);

    public static IReadOnlyList<(WorkPlan Plan, double Share)> All { get; } =
    [
        (Plan("full", (5, 5), (40, 40), (8, 8), (6, 16)), 0.50),
        (Plan("flexible", (4, 5), (32, 40), (7, 10), (6, 13)), 0.22),
        (Plan("part", (3, 5), (16, 24), (4, 6), (7, 19)), 0.22),
        (Plan("nights", (4, 4), (40, 40), (10, 10), (20, 22)), 0.06),
    ];

    private static WorkPlan Plan(
        string name, (int Min, int Max) days, (int Min, int Max) hours, (int Min, int Max) shift, (int, int) starts) =>
        new()
        {
            Name = name,
            MinDaysPerWeek = days.Min,
            MaxDaysPerWeek = days.Max,
            MinMinutesPerWeek = 60 * hours.Min,
            MaxMinutesPerWeek = 60 * hours.Max,
            MinShiftMinutes = 60 * shift.Min,
            MaxShiftMinutes = 60 * shift.Max,
            EarliestStart = Hour * starts.Item1,
            LatestStart = Hour * starts.Item2,
            Rests = [FirstBreak, Meal, SecondBreak],
        };
}
