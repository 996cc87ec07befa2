namespace Muster.Forecasting.Models;

/// <summary>
/// The few profiles that nearly every day is a sum of: leading right singular vectors of the days' sqrt(y + 0.25),
/// found by orthogonal iteration on their small cross-product (Shen and Huang, 2008, forecast call centres so). The
/// square root makes the noise of counts the same in busy and quiet intervals (Brown et al., 2005).
/// </summary>
internal sealed class DayFactors
{
    public const int Most = 4;

    private const int MostDays = 2 * 365;
    private const double HalfLifeDays = 182;
    private const int Iterations = 40;
    private const double Shift = 0.25;

    public DayFactors(TrainingSet past)
    {
        Roots = [.. past.Days.Select(day => RootsOf(day.Volumes))];
        Profiles = Find(past);
        Scores = [.. Roots.Select(roots => Profiles.Select(profile => Vectors.Dot(profile, roots)).ToArray())];
    }

    /// <summary>sqrt(y + 0.25) by day and interval.</summary>
    public double[][] Roots { get; }

    /// <summary>Orthonormal, the strongest first.</summary>
    public double[][] Profiles { get; }

    /// <summary>By day: how much of each profile.</summary>
    public double[][] Scores { get; }

    private static double[] RootsOf(double[] volumes)
    {
        var roots = new double[volumes.Length];
        for (var slot = 0; slot < roots.Length; slot++)
        {
            roots[slot] = Math.Sqrt(volumes[slot] + Shift);
        }

        return roots;
    }

    private double[][] Find(TrainingSet past)
    {
        var cross = CrossProduct(past);
        var count = Math.Min(Most, past.Slots);
        var profiles = Enumerable.Range(0, count).Select(k => Start(k, past.Slots)).ToArray();
        for (var i = 0; i < Iterations; i++)
        {
            profiles = [.. profiles.Select(profile => cross.Select(row => Vectors.Dot(row, profile)).ToArray())];
            Orthonormalize(profiles);
        }

        return profiles;
    }

    private double[][] CrossProduct(TrainingSet past)
    {
        var cross = Enumerable.Range(0, past.Slots).Select(_ => new double[past.Slots]).ToArray();
        for (var i = Math.Max(0, Roots.Length - MostDays); i < Roots.Length; i++)
        {
            var weight = past.Days[i].Weight * Math.Pow(2, (past.Days[i].Day - past.End) / HalfLifeDays);
            for (var slot = 0; slot < past.Slots; slot++)
            {
                Vectors.Add(cross[slot].AsSpan(slot), weight * Roots[i][slot], Roots[i].AsSpan(slot));
            }
        }

        for (var slot = 0; slot < past.Slots; slot++)
        {
            for (var other = slot + 1; other < past.Slots; other++)
            {
                cross[other][slot] = cross[slot][other];
            }
        }

        return cross;
    }

    private static double[] Start(int k, int slots) =>
        [.. Enumerable.Range(0, slots).Select(slot => Math.Cos(Math.PI * k * (slot + 0.5) / slots))];

    /// <summary>Gram-Schmidt; what is nothing but rounding becomes zero.</summary>
    private static void Orthonormalize(double[][] profiles)
    {
        for (var k = 0; k < profiles.Length; k++)
        {
            var before = Vectors.Dot(profiles[k], profiles[k]);
            for (var other = 0; other < k; other++)
            {
                Vectors.Add(profiles[k], -Vectors.Dot(profiles[k], profiles[other]), profiles[other]);
            }

            var length = Vectors.Dot(profiles[k], profiles[k]);
            var scale = length > 1e-20 * before && length > 0 ? 1 / Math.Sqrt(length) : 0;
            for (var slot = 0; slot < profiles[k].Length; slot++)
            {
                profiles[k][slot] *= scale;
            }
        }
    }
}
