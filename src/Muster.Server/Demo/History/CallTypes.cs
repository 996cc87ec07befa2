using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Demo.History;

/// <summary>
/// What part of a bank's calls was of which type, by weekday and half hour, and how long calls of a type took: from
/// weeks in which each call's type is known.
/// </summary>
public sealed class CallTypes
{
    private const int SlotsOfWeek = 7 * SlotsOfDay;
    private const int SlotsOfDay = 48;
    private const int MinutesOfSlot = 30;

    // A half hour of few calls leans on the whole: as if so many more had come, of the types that come in all.
    private const double Lean = 20;

    private readonly Dictionary<LocalDateTime, Dictionary<string, double>> _known = [];
    private readonly Dictionary<string, double[]> _bySlot = [];
    private readonly Dictionary<string, (double Answered, double Seconds)> _handled = [];

    private CallTypes()
    {
    }

    public IEnumerable<string> Names => _bySlot.Keys.Order(StringComparer.Ordinal);

    /// <param name="csv">
    /// date, start, type, offered, answered, abandoned, answered_within_20s, handle_time_s_sum.
    /// </param>
    public static CallTypes Read(string csv)
    {
        var types = new CallTypes();
        foreach (var row in CsvLines.Of(csv))
        {
            types.Add(
                TimeOf(row[0], row[1]), row[2], (Number(row[3]), Number(row[4]), Number(row[7])));
        }

        return types;
    }

    /// <summary>A date and a time of the clock, as these files write them.</summary>
    public static LocalDateTime TimeOf(string date, string time) =>
        LocalDatePattern.Iso.Parse(date).Value + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Mean seconds of a call of a type; null: none was answered.</summary>
    public double? HandleSeconds(string type) =>
        _handled[type] is { Answered: > 0 } handled ? handled.Seconds / handled.Answered : null;

    /// <summary>
    /// How many of a half hour's calls were of a type: as counted where that is known, else by the part of its weekday
    /// and half hour.
    /// </summary>
    public double Of(string type, LocalDateTime at, double calls)
    {
        if (_known.TryGetValue(at, out var counted))
        {
            return counted.GetValueOrDefault(type);
        }

        var slot = SlotOf(at);
        var whole = _bySlot.Values.Sum(slots => slots.Sum());
        var usual = _bySlot[type].Sum() / whole;
        return calls * (_bySlot[type][slot] + (Lean * usual)) / (_bySlot.Values.Sum(slots => slots[slot]) + Lean);
    }

    private void Add(LocalDateTime at, string type, (double Offered, double Answered, double Seconds) calls)
    {
        if (!_bySlot.TryGetValue(type, out var slots))
        {
            (slots, _handled[type]) = (new double[SlotsOfWeek], default);
            _bySlot.Add(type, slots);
        }

        slots[SlotOf(at)] += calls.Offered;
        var (answered, seconds) = _handled[type];
        _handled[type] = (answered + calls.Answered, seconds + calls.Seconds);
        if (!_known.TryGetValue(at, out var counted))
        {
            counted = [];
            _known.Add(at, counted);
        }

        counted[type] = calls.Offered;
    }

    private static int SlotOf(LocalDateTime at) =>
        (((int)at.DayOfWeek - 1) * SlotsOfDay) + (((at.Hour * 60) + at.Minute) / MinutesOfSlot);
}
