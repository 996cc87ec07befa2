using Muster.Forecasting.Staffing;

namespace Muster.Bench.Staffing;

/// <summary>
/// As it is often written: one agent more until the goal is met, and all from the beginning each time. With
/// patience from half the load on: its sums overflow in a greater overload.
/// </summary>
internal static class NaiveStaffing
{
    public static int Agents(in Workload work, StaffingGoals goals)
    {
        var agents = (int)(work.PatienceSeconds is null ? work.Load : work.Load / 2) + 1;
        while (Level(work, agents, goals) < goals.ServiceLevel)
        {
            agents++;
        }

        return agents;
    }

    private static double Level(in Workload work, int agents, StaffingGoals goals)
    {
        var (load, threshold) = (work.Load, goals.ThresholdSeconds!.Value / work.HandleSeconds);
        if (work.PatienceSeconds is not { } patience)
        {
            var blocking = Blocking(agents, load);
            var waiting = agents * blocking / (agents - (load * (1 - blocking)));
            return 1 - (waiting * Math.Exp(-(agents - load) * threshold));
        }

        var rate = work.HandleSeconds / patience;
        var late = load * Math.Exp(-rate * threshold);
        var idle = 1 / (load * Blocking(agents - 1, load));
        var (all, served) = (Integral(agents, load, rate), Integral(agents + rate, load, rate));
        var shift = ((load - late) / rate) - ((agents + rate) * threshold);
        var missed = all - served + (Math.Exp(shift) * Integral(agents + rate, late, rate));
        return 1 - (missed / (idle + all));
    }

    private static double Blocking(int agents, double load)
    {
        var blocking = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            blocking = load * blocking / (k + (load * blocking));
        }

        return blocking;
    }

    private static double Integral(double first, double load, double rate)
    {
        var (term, sum, at) = (1 / first, 0.0, first);
        while (term > sum * 1e-16)
        {
            sum += term;
            at += rate;
            term *= load / at;
        }

        return sum;
    }
}
