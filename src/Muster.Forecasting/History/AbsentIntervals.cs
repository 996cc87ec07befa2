namespace Muster.Forecasting.History;

/// <summary>Tells zero from missing in a history that has no row where nothing came.</summary>
internal static class AbsentIntervals
{
    // Below so many an interval may well be empty by chance.
    private const double Quiet = 3;

    /// <summary>Sets intervals to zero that are taken as such.</summary>
    /// <param name="skipped">Places of intervals that do not happen.</param>
    /// <returns>What is to be said about it.</returns>
    public static IEnumerable<Remark> Fill(
        SeriesShape shape, double[] values, AbsentRows absent, HashSet<int> skipped)
    {
        var open = Enumerable.Range(1, 7)
            .Select(day => shape.Hours.Slots((NodaTime.IsoDayOfWeek)day, shape.Minutes)).ToArray();
        var usual = UsualVolumes(shape, values);
        var filled = 0;
        for (var day = 0; day < values.Length / shape.Slots; day++)
        {
            var weekday = shape.WeekdayOf(day);
            var row = values.AsSpan(day * shape.Slots, shape.Slots);
            var isKnown = row.ContainsAnyExcept(double.NaN) || usual[weekday].Sum() < Quiet;
            for (var slot = 0; isKnown && slot < shape.Slots; slot++)
            {
                if (open[weekday][slot] && double.IsNaN(row[slot]) && !skipped.Contains(day * shape.Slots + slot)
                    && (absent == AbsentRows.Zero || usual[weekday][slot] < Quiet))
                {
                    row[slot] = 0;
                    filled++;
                }
            }
        }

        return filled == 0 ? [] :
        [
            new(RemarkKind.Absent, $"The history writes no zeros: {filled} quiet intervals without a row are taken as "
                + "zero."),
        ];
    }

    /// <summary>What comes in an interval of the week on average, when an absent one is none.</summary>
    private static double[][] UsualVolumes(SeriesShape shape, double[] values)
    {
        var sum = Enumerable.Range(0, 7).Select(_ => new double[shape.Slots]).ToArray();
        var days = new int[7];
        for (var day = 0; day < values.Length / shape.Slots; day++)
        {
            var weekday = shape.WeekdayOf(day);
            var row = values.AsSpan(day * shape.Slots, shape.Slots);
            days[weekday]++;
            for (var slot = 0; slot < shape.Slots; slot++)
            {
                sum[weekday][slot] += double.IsNaN(row[slot]) ? 0 : row[slot];
            }
        }

        for (var weekday = 0; weekday < 7; weekday++)
        {
            var count = Math.Max(1, days[weekday]);
            sum[weekday] = [.. sum[weekday].Select(volume => volume / count)];
        }

        return sum;
    }
}
