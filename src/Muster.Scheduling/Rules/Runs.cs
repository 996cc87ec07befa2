namespace Muster.Scheduling.Rules;

/// <summary>Walks over runs of days worked or off.</summary>
internal static class Runs
{
    /// <summary>
    /// Counts days beyond a maximum and days missing to a minimum. A run that touches an end of the period is never
    /// too short, unless history tells how it began; a maximum counts inside the period and what history tells.
    /// </summary>
    public static void Find(in RosterView roster, bool worked, int least, int most, BreachTally tally)
    {
        var history = roster.History?.DaysInRow ?? 0;
        var before = worked == history > 0 ? Math.Abs(history) : 0;
        var start = 0;
        while (start < roster.Days)
        {
            var end = start;
            while (end < roster.Days && roster.Works(end) == worked)
            {
                end++;
            }

            if (start == 0 && end == 0 && before > 0)
            {
                tally.Add(least - before, 0, 0);
            }

            if (end > start)
            {
                var length = end - start + (start == 0 ? before : 0);
                var known = end < roster.Days && (start > 0 || roster.History is not null);
                tally.Add(Math.Min(length - most, end - start), start, end - 1);
                tally.Add(known ? least - length : 0, start, end - 1);
            }

            start = Math.Max(end, start) + 1;
        }
    }
}
