using System.Globalization;

namespace Muster.Bench;

/// <summary>How figures are told.</summary>
internal static class Figures
{
    public static void Say(string what, string figure) => Console.WriteLine($"{what,-44} {figure}");

    /// <summary>"1.05 s (median; 0.99 to 1.20)".</summary>
    public static string Spread(IEnumerable<double> values, string unit, string format)
    {
        var sorted = values.Order().ToList();
        return $"{Text(sorted[sorted.Count / 2], format)} {unit} "
            + $"(median; {Text(sorted[0], format)} to {Text(sorted[^1], format)})";
    }

    public static double Median(IEnumerable<double> values) => Part(values, 0.5);

    /// <param name="part">0.99 for the value that 99 % do not pass.</param>
    public static double Part(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
