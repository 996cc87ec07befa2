using Muster.Forecasting.History;

namespace Muster.Forecasting.Cleaning;

/// <summary>
/// The past as models learn from it, up to some day. Nothing is deleted: wild days weigh less, absurd peaks are cut
/// for learning only, gaps are filled from the weekday at the day's own level.
/// </summary>
internal sealed class CleanHistory
{
    // So many deviations from usual are ordinary; beyond, a day's weight falls with the square.
    private const double Ordinary = 3;

    // Where so many were expected in a row and none came, the source was silent.
    private const double Silence = 25;

    // With less than this part of a usual day's volume in its known intervals, a day is not known.
    private const double FewestKnown = 0.4;

    private const double SmallestDeviation = 0.02;

    private readonly DayTable _table;

    private readonly UsualWeek _usual;

    private readonly List<(int Day, double[] Values, double Known)> _drafts = [];

    /// <param name="end">The first day that is not known yet.</param>
    public CleanHistory(DayTable table, int end)
    {
        (_table, End) = (table, end);
        _usual = new UsualWeek(table, end);
        for (var day = table.First; day < end; day++)
        {
            Draft(day);
        }

        Calendar = new CalendarTerms(table, _usual, Silent, end);
        Days = Weigh();
    }

    public int End { get; }

    public DayTable Table => _table;

    public CalendarTerms Calendar { get; }

    /// <summary>The days with numbers that are neither closed nor special, in order.</summary>
    public IReadOnlyList<CleanDay> Days { get; }

    /// <summary>Special days with their total against what was expected.</summary>
    public List<(int Day, double Ratio)> Special { get; } = [];

    /// <summary>Days on which nothing came although much was expected.</summary>
    public HashSet<int> Silent { get; } = [];

    public List<Remark> Remarks { get; } = [];

    public double[] UsualProfile(int weekday) => _usual.Profile(weekday);

    private void Draft(int day)
    {
        if (_table.KindAt(day) is not (DayKind.Ordinary or DayKind.Special) and var kind)
        {
            if (kind == DayKind.Missing)
            {
                Say(RemarkKind.MissingDay, day, "has no numbers: it was left out.");
            }

            return;
        }

        var weekday = DayNumber.Weekday(day);
        var values = _table.Values[day - _table.First].ToArray();
        var level = _usual.Levels[day - _table.First];
        DropSilence(values, _usual.Profile(weekday), level);
        var cut = CutPeaks(values, _usual.Profile(weekday), level);
        var known = KnownPart(values, day);
        if (known == 0 && _usual.Profile(weekday).Sum() > 0)
        {
            Silent.Add(day);
            Say(RemarkKind.ClosedDay, day, "has nothing where much was expected: it is taken as closed.");
        }
        else if (_table.KindAt(day) == DayKind.Special)
        {
            // As it came: an afternoon of zeros, or six times as much, is what such days are like.
            Special.Add((day, _usual.Ratio(_table.Values[day - _table.First], weekday) / level));
        }
        else if (known < FewestKnown)
        {
            Say(RemarkKind.PartialDay, day, $"is known for {known:0 %} of its usual volume only: it was left out.");
        }
        else
        {
            Keep(day, values, known, cut);
        }
    }

    private void Keep(int day, double[] values, double known, int cut)
    {
        if (cut > 0)
        {
            Say(RemarkKind.Outlier, day, $"has {cut} interval(s) far above anything usual: cut for learning.");
        }

        if (known < 0.999)
        {
            Say(RemarkKind.PartialDay, day, $"is known for {known:0 %} of its usual volume: the rest was filled in.");
        }

        Fill(values, DayNumber.Weekday(day));
        _drafts.Add((day, values, known));
    }

    private void Fill(double[] values, int weekday)
    {
        var ratio = _usual.Ratio(values, weekday);
        var profile = _usual.Profile(weekday);
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = double.IsNaN(values[slot]) ? profile[slot] * ratio : values[slot];
        }
    }

    /// <summary>A run of zeros where much was expected is no zero: the source was silent.</summary>
    private static void DropSilence(double[] values, double[] profile, double level)
    {
        for (var start = 0; start < values.Length; start++)
        {
            var (end, expected) = (start, 0.0);
            while (end < values.Length && values[end] == 0)
            {
                expected += profile[end++] * level;
            }

            if (expected >= Silence)
            {
                values.AsSpan(start, end - start).Fill(double.NaN);
            }

            start = Math.Max(start, end - 1);
        }
    }

    private static int CutPeaks(double[] values, double[] profile, double level)
    {
        var cut = 0;
        for (var slot = 0; slot < values.Length; slot++)
        {
            var usual = profile[slot] * level;
            var most = 4 * usual + 10 * Math.Sqrt(usual) + 10;
            if (values[slot] > most)
            {
                values[slot] = most;
                cut++;
            }
        }

        return cut;
    }

    private double KnownPart(double[] values, int day)
    {
        var (known, all) = (0.0, 0.0);
        var weekday = DayNumber.Weekday(day);
        var profile = _usual.Profile(weekday);
        var open = _table.Open(weekday);
        for (var slot = 0; slot < values.Length; slot++)
        {
            // A little for every interval: the week may be all zeros. What clocks skip is not unknown.
            var usual = open[slot] && _table.Happens(day, slot) ? profile[slot] + 1e-9 : 0;
            all += usual;
            known += double.IsNaN(values[slot]) ? 0 : usual;
        }

        return all == 0 ? 0 : known / all;
    }

    private List<CleanDay> Weigh()
    {
        var expected = _drafts.Select(Expected).ToArray();
        var ratios = _drafts.Select((draft, i) => Math.Log((draft.Values.Sum() + 1) / (expected[i] + 1))).ToArray();
        var spread = _drafts.Count < 8 ? 0.3
            : Math.Max(SmallestDeviation, Statistics.RobustDeviation(ratios));
        var explained = CalendarEffects.Explain(ratios, [.. _drafts.Select(draft => Calendar.Of(draft.Day))]);
        var days = new List<CleanDay>(_drafts.Count);
        for (var i = 0; i < _drafts.Count; i++)
        {
            var far = Math.Abs(ratios[i] - explained[i]) / Math.Sqrt(spread * spread + 1 / (expected[i] + 1));
            var weight = _drafts[i].Known * (far <= Ordinary ? 1 : Ordinary * Ordinary / (far * far));
            days.Add(new CleanDay(_drafts[i].Day, _drafts[i].Values, weight, expected[i]));
            if (far > 1.5 * Ordinary)
            {
                Say(RemarkKind.Outlier, _drafts[i].Day, $"has {Math.Exp(ratios[i]):0 %} of what was usual then: it "
                    + $"weighs {weight:0.00} of a day.");
            }
        }

        return days;
    }

    private double Expected((int Day, double[] Values, double Known) draft) =>
        _usual.Profile(DayNumber.Weekday(draft.Day)).Sum() * _usual.Levels[draft.Day - _table.First];

    private void Say(RemarkKind kind, int day, string what)
    {
        var date = DayNumber.DateOf(day);
        Remarks.Add(new Remark(kind, $"{date:uuuu-MM-dd} ({date.DayOfWeek}) {what}", date));
    }
}
