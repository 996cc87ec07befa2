using System.Globalization;

namespace Muster.Bench.Scheduling;

/// <summary>"1-5,7 --seconds 60 --seed 1-3 --lanes 2 --bound 10 --cpu"; center knows --highs too.</summary>
internal sealed record BenchArguments
{
    public IReadOnlyList<string> Names { get; init; } = [];

    public double Seconds { get; init; } = 60;

    /// <summary>A run for each; the table has the middle one.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [1];

    /// <summary>Walks of the search, each on a thread of its own.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>Seconds are those of the processors, not of the clock.</summary>
    public bool CountsCpu { get; init; }

    /// <summary>So many more for the bound alone; 0: that of the search.</summary>
    public double BoundSeconds { get; init; }

    /// <summary>0: HiGHS is not run.</summary>
    public double HighsSeconds { get; init; }

    /// <returns>Null when they make no sense.</returns>
    public static BenchArguments? Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new BenchArguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--seconds" when Number(value) is { } seconds:
                    (parsed, i) = (parsed with { Seconds = seconds }, i + 1);
                    break;
                case "--cpu":
                    parsed = parsed with { CountsCpu = true };
                    break;
                case "--seed" when Numbers(value) is { Count: > 0 } seeds:
                    (parsed, i) = (parsed with { Seeds = seeds }, i + 1);
                    break;
                case "--lanes" when Number(value) is { } lanes:
                    (parsed, i) = (parsed with { Lanes = (int)lanes }, i + 1);
                    break;
                case "--bound" when Number(value) is { } seconds:
                    (parsed, i) = (parsed with { BoundSeconds = seconds }, i + 1);
                    break;
                case "--highs" when Number(value) is { } seconds:
                    (parsed, i) = (parsed with { HighsSeconds = seconds }, i + 1);
                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal):
                    return null;
                default:
                    parsed = parsed with { Names = [.. parsed.Names, .. arguments[i].Split(',').SelectMany(Range)] };
                    break;
            }
        }

        return parsed;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static List<int> Numbers(string text) =>
        [.. text.Split(',').SelectMany(Range).Select(Number).OfType<double>().Select(number => (int)number)];

    /// <summary>"3-5" is 3, 4 and 5; everything else is itself.</summary>
    private static IEnumerable<string> Range(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2 && int.TryParse(ends[0], out var first) && int.TryParse(ends[1], out var last)
            ? Enumerable.Range(first, Math.Max(0, last - first + 1))
                .Select(number => number.ToString(CultureInfo.InvariantCulture))
            : [text];
    }
}
