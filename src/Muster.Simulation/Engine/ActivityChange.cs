using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Engine;

/// <summary>From an instant on an agent is to do something else.</summary>
internal readonly record struct ActivityChange(double At, AgentActivity Activity)
{
    private const double ShiftGapSeconds = 4 * 3600;

    private enum Question : ulong
    {
        Absent,
        Late,
        HowLate,
        Count,
    }

    /// <summary>
    /// The schedule as it comes about: without the shifts that are missed, and late where that is drawn.
    /// </summary>
    public static ActivityChange[] Of(AgentPlan agent, RandomStream stream)
    {
        var changes = new List<ActivityChange>();
        var (shift, from) = (0UL, 0.0);
        var end = double.NegativeInfinity;
        foreach (var span in agent.Schedule ?? [])
        {
            if (span.StartSeconds - end >= ShiftGapSeconds)
            {
                from = StartOf(span.StartSeconds, agent.Attendance, stream, shift++);
            }

            end = span.EndSeconds;
            if (Math.Max(span.StartSeconds, from) < end)
            {
                Add(changes, Math.Max(span.StartSeconds, from), end, span.Activity);
            }
        }

        return [.. changes];
    }

    /// <summary>When the agent comes to a shift; never, when absent.</summary>
    private static double StartOf(double planned, Attendance? attendance, RandomStream stream, ulong shift)
    {
        if (attendance is null)
        {
            return planned;
        }

        double Draw(Question question) => stream.At((shift * (ulong)Question.Count) + (ulong)question);
        if (Draw(Question.Absent) < attendance.AbsenceProbability)
        {
            return double.PositiveInfinity;
        }

        return Draw(Question.Late) < attendance.LateProbability
            ? planned + attendance.Lateness.At(Draw(Question.HowLate))
            : planned;
    }

    private static void Add(List<ActivityChange> changes, double start, double end, AgentActivity activity)
    {
        if (changes.Count > 0 && changes[^1].At == start)
        {
            changes.RemoveAt(changes.Count - 1);
        }

        changes.Add(new ActivityChange(start, activity));
        changes.Add(new ActivityChange(end, AgentActivity.LoggedOut));
    }
}
