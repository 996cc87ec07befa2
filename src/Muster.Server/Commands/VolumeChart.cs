using System.Globalization;
using System.Text;

namespace Muster.Server.Commands;

/// <summary>
/// Bars of characters, one for each day or week. The past is solid, what is to come shaded, and its range is lighter,
/// so that they are told apart without colours.
/// </summary>
internal sealed class VolumeChart
{
    private const int Rows = 12;
    private const int Steps = 8;
    private const string Blocks = " ▁▂▃▄▅▆▇█";
    private const int LabelGap = 7;

    private readonly IReadOnlyList<ChartBar> _bars;

    private readonly double _max;

    private readonly int _axis;

    /// <param name="bars">In order; at least one.</param>
    public VolumeChart(IReadOnlyList<ChartBar> bars)
    {
        _bars = bars;
        _max = Nice(bars.Max(bar => bar.Top));
        _axis = Number(_max).Length + 1;
    }

    /// <summary>Columns that the bars may take of a line.</summary>
    public static int BarsIn(int width, double most) => width - Number(Nice(most)).Length - 3;

    /// <param name="isBegin">Which bars begin a week, or what else is marked below.</param>
    public IEnumerable<string> Lines(Func<ChartBar, bool> isBegin)
    {
        for (var row = Rows - 1; row >= 0; row--)
        {
            var label = row == Rows - 1 ? Number(_max) : row == Rows / 2 - 1 ? Number(_max / 2) : "";
            yield return label.PadLeft(_axis) + (label.Length > 0 ? " ┤" : " │")
                + string.Concat(_bars.Select(bar => Cell(bar, row))).TrimEnd();
        }

        yield return "0".PadLeft(_axis) + " └" + string.Concat(_bars.Select(bar => isBegin(bar) ? '┬' : '─'));
        yield return new string(' ', _axis + 2) + Labels(isBegin);
    }

    private char Cell(ChartBar bar, int row)
    {
        if (double.IsNaN(bar.Value) || bar.Value <= 0)
        {
            return ' ';
        }

        if (bar.Low is not { } low)
        {
            var filled = Math.Clamp((int)Math.Round((Height(bar.Value) - row) * Steps), row == 0 ? 1 : 0, Steps);
            return Blocks[filled];
        }

        // The range takes one row at least.
        var top = Math.Max(1, (int)Math.Round(Height(bar.Top)));
        return row < Math.Min((int)Math.Round(Height(low)), top - 1) ? '▒' : row < top ? '░' : ' ';
    }

    private double Height(double value) => value / _max * Rows;

    private string Labels(Func<ChartBar, bool> isBegin)
    {
        var line = new StringBuilder();
        foreach (var (place, bar) in _bars.Index())
        {
            var isRoom = line.Length == 0 || line.Length <= place - (LabelGap - 5);
            if (isBegin(bar) && isRoom && place + 5 <= _bars.Count)
            {
                line.Append(' ', place - line.Length);
                line.Append(bar.Date.ToString("MM-dd", CultureInfo.InvariantCulture));
            }
        }

        return line.ToString();
    }

    private static string Number(double value) =>
        value.ToString(value < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.</summary>
    private static double Nice(double value)
    {
        if (!(value > 0))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * ((double[])[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10])
            .First(step => step * power >= value * (1 - 1e-9));
    }
}
