namespace Muster.Scheduling.Tests.Plain;

/// <summary>Judges rosters day by day from the plain numbers alone; shares no code with the engine.</summary>
internal static class PlainJudge
{
    private const int DaysOfWeek = 7;

    /// <param name="roster">The option of each day; below 0 is a day off.</param>
    public static bool IsValid(PlainRoster plain, PlainContract contract, IReadOnlyList<int> roster)
    {
        var hours = roster.Sum(option => option < 0 ? 0 : plain.Options[option].Hours);
        var isWithin = hours >= contract.LeastHours && hours <= contract.MostHours
            && WeekendsOf(plain, roster) <= contract.MostWeekends
            && contract.MostOf.Index().All(most => roster.Count(option => option == most.Index) <= most.Item)
            && contract.DaysOff.All(day => roster[day] < 0)
            && contract.Fixed.All(one => roster[one.Key] == one.Value);
        return isWithin && HasRest(plain, contract, roster) && RunsAreRight(contract, roster);
    }

    public static IEnumerable<int[]> ValidRosters(PlainRoster plain, PlainContract contract)
    {
        var roster = new int[plain.Days];
        Array.Fill(roster, -1);
        do
        {
            if (IsValid(plain, contract, roster))
            {
                yield return (int[])roster.Clone();
            }
        }
        while (Next(roster, plain.Options.Count));
    }

    /// <summary>Whether all minimum staff is there.</summary>
    public static bool IsStaffed(PlainRoster plain, IReadOnlyList<int[]> rosters) =>
        plain.Needs.Index().All(need => !need.Item.IsHard || Have(plain, rosters, need.Index) >= need.Item.Wanted);

    public static long CostOf(PlainRoster plain, IReadOnlyList<int[]> rosters)
    {
        long cost = plain.Wishes.Sum(wish => rosters[wish.Employee][wish.Day] == wish.Option ? wish.Cost : 0);
        foreach (var (row, need) in plain.Needs.Index())
        {
            var more = Have(plain, rosters, row) - need.Wanted;
            cost += more < 0 ? -more * need.Few : more * need.Many;
        }

        return cost;
    }

    private static int Have(PlainRoster plain, IReadOnlyList<int[]> rosters, int row) =>
        rosters.Count(roster => roster[row / plain.Options.Count] == row % plain.Options.Count);

    private static bool Next(int[] roster, int options)
    {
        for (var day = 0; day < roster.Length; day++)
        {
            if (++roster[day] < options)
            {
                return true;
            }

            roster[day] = -1;
        }

        return false;
    }

    private static int WeekendsOf(PlainRoster plain, IReadOnlyList<int> roster) => roster.Index()
        .Where(day => day.Item >= 0 && (plain.FirstWeekday + day.Index) % DaysOfWeek >= 5)
        .Select(day => (plain.FirstWeekday + day.Index) / DaysOfWeek).Distinct().Count();

    private static bool HasRest(PlainRoster plain, PlainContract contract, IReadOnlyList<int> roster)
    {
        for (var day = 1; day < roster.Count; day++)
        {
            if (roster[day - 1] >= 0 && roster[day] >= 0)
            {
                var (start, hours) = plain.Options[roster[day - 1]];
                if (24 + plain.Options[roster[day]].Start - start - hours < contract.HoursBetween)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // What began before the period or goes on behind it is never too short.
    private static bool RunsAreRight(PlainContract contract, IReadOnlyList<int> roster)
    {
        for (int from = 0, to; from < roster.Count; from = to)
        {
            for (to = from + 1; to < roster.Count && roster[to] >= 0 == roster[from] >= 0;)
            {
                to++;
            }

            var isWork = roster[from] >= 0;
            var isShort = to - from < (isWork ? contract.LeastRun : contract.LeastRest);
            if ((isShort && from > 0 && to < roster.Count) || (isWork && to - from > contract.MostRun))
            {
                return false;
            }
        }

        return true;
    }
}
