namespace Muster.Forecasting.Staffing;

/// <summary>
/// Work as a fluid, first in first out: it arrives evenly over each interval, and is served as fast as capacity allows.
/// Contacts and time are followed by the cumulative curves of arrivals and service; the horizontal distance between
/// them is the wait (Newell, Applications of Queueing Theory, 1971). Time is in intervals.
/// </summary>
internal sealed class FluidQueue
{
    private readonly double[] _arrivals;
    private readonly double[] _capacity;
    private readonly double _backlog;
    private readonly List<(double Start, double From, double End, double To, bool IsFree)> _service = [];
    private readonly List<double> _ends = [];

    /// <param name="backlog">Waits already when the first interval begins; its wait counts from then on.</param>
    public FluidQueue(double[] arrivals, double[] capacity, double backlog)
    {
        (_arrivals, _capacity, _backlog) = (arrivals, capacity, backlog);
        var (served, waiting) = (0.0, backlog);
        _ends.Add(waiting);
        for (var i = 0; i < arrivals.Length; i++)
        {
            (served, waiting) = Serve(i, served, waiting);
        }
    }

    /// <summary>
    /// One for the backlog of the start, which has no arrivals, then one for each interval.
    /// </summary>
    public FluidCohort[] Cohorts(double threshold)
    {
        var cohorts = new FluidCohort[_arrivals.Length + 1];
        var (level, next) = (0.0, 0);
        for (var i = 0; i < cohorts.Length; i++)
        {
            var contacts = i == 0 ? _backlog : _arrivals[i - 1];
            var top = level + contacts;
            while (next < _service.Count && _service[next].To <= level)
            {
                next++;
            }

            for (var s = next; s < _service.Count && _service[s].From < top; s++)
            {
                Add(ref cohorts[i], s, (level, top), i, threshold);
            }

            cohorts[i].BacklogAtEnd = _ends[i];
            level = top;
        }

        return cohorts;
    }

    private (double Served, double Waiting) Serve(int i, double served, double waiting)
    {
        var (arrivals, capacity) = (_arrivals[i], _capacity[i]);
        var spare = capacity - arrivals;
        var clear = waiting <= 0 && spare >= 0 ? 0 : spare > 0 ? Math.Min(waiting / spare, 1) : 1;
        var until = served + (capacity * clear);
        if (clear > 0)
        {
            _service.Add((i, served, i + clear, until, false));
        }

        if (clear < 1)
        {
            var end = until + (arrivals * (1 - clear));
            _service.Add((i + clear, until, i + 1, end, true));
            (served, waiting) = (end, 0);
        }
        else
        {
            (served, waiting) = (until, Math.Max(waiting - spare, 0));
        }

        _ends.Add(waiting);
        return (served, waiting);
    }

    /// <summary>The contacts of a cohort that are served in one stretch of service.</summary>
    private void Add(
        ref FluidCohort cohort, int stretch, (double From, double To) levels, int index, double threshold)
    {
        var (start, from, end, to, isFree) = _service[stretch];
        var (low, high) = (Math.Max(from, levels.From), Math.Min(to, levels.To));
        if (high <= low)
        {
            return;
        }

        var contacts = high - low;
        cohort.Served += contacts;
        if (isFree)
        {
            cohort.Immediate += contacts;
            return;
        }

        var first = WaitAt(low);
        var last = WaitAt(high);
        cohort.Wait += contacts * (first + last) / 2;
        cohort.InTime += contacts * PartUpTo(threshold, Math.Min(first, last), Math.Max(first, last));

        double WaitAt(double level)
        {
            var served = start + ((end - start) * (level - from) / (to - from));
            var arrived = index == 0 ? 0 : index - 1 + ((level - levels.From) / (levels.To - levels.From));
            return Math.Max(served - arrived, 0);
        }
    }

    /// <summary>Waits are even between the shortest and the longest.</summary>
    private static double PartUpTo(double threshold, double shortest, double longest)
    {
        const double Rounding = 1e-9;
        return threshold >= longest - Rounding ? 1
            : threshold <= shortest ? 0
            : (threshold - shortest) / (longest - shortest);
    }
}
