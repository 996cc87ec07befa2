namespace Muster.Forecasting.Models;

/// <summary>
/// A day is a sum of few profiles (<see cref="DayFactors"/>). How much of each is explained by weekday, calendar and,
/// with years of history, season and trend (ridge regression); what the last days had more or less than that fades
/// away.
/// </summary>
internal sealed class LowRank(LowRankShape shape) : IMethod
{
    private const int FewestDaysOfYears = 400;
    private const int VarianceDays = 182;

    public string Name => $"{shape.Factors} day profiles by weekday"
        + (shape.HasCalendar ? ", calendar" : "") + (shape.HasYear ? ", season" : "")
        + $", half-life {shape.HalfLifeDays / 7:0} weeks" + (shape.IsLevelKept ? ", level kept" : "");

    public string Kind => shape.IsLevelKept ? "profiles, level kept" : "profiles";

    public int Complexity => 4 + (shape.HasCalendar ? 1 : 0) + (shape.HasYear ? 1 : 0);

    public int FewestDays => shape.HasYear ? FewestDaysOfYears : 20;

    public double[][] Predict(TrainingSet past, IReadOnlyList<int> days)
    {
        var regressors = new DayRegressors(past, shape);
        var fitted = past.Days.Select(day => regressors.Of(day.Day)).ToArray();
        var coefficients = Fit(past, regressors, fitted);
        var levels = new double[coefficients.Length];
        var variance = Follow(past, fitted, coefficients, levels);
        var last = past.Days[^1].Day;
        return [.. days.Select(day => Volumes(past, variance, [.. coefficients.Select((c, k) =>
            Vectors.Dot(c, regressors.Of(day)) + levels[k] * Math.Pow(shape.Damping, day - last))]))];
    }

    private double[][] Fit(TrainingSet past, DayRegressors regressors, double[][] fitted)
    {
        var regression = new RidgeRegression(regressors.Penalties(), past.Factors.Scores[0].Length);
        for (var i = 0; i < fitted.Length; i++)
        {
            var age = past.End - past.Days[i].Day;
            var weight = past.Days[i].Weight * Math.Pow(2, -age / shape.HalfLifeDays);
            regression.Add(fitted[i], past.Factors.Scores[i], weight);
        }

        return regression.Solve()[..Math.Min(shape.Factors, past.Factors.Profiles.Length)];
    }

    /// <summary>Brings the levels up to the last day.</summary>
    /// <returns>The variance of what stays unexplained, by interval, on the scale of roots.</returns>
    private double[] Follow(TrainingSet past, double[][] fitted, double[][] coefficients, double[] levels)
    {
        var (variance, weights) = (new double[past.Slots], 0.0);
        var last = past.Days[0].Day;
        for (var i = 0; i < fitted.Length; i++)
        {
            var day = past.Days[i];
            var faded = Math.Pow(shape.Damping, day.Day - last);
            var rest = past.Factors.Roots[i].ToArray();
            for (var k = 0; k < levels.Length; k++)
            {
                levels[k] *= faded;
                var explained = Vectors.Dot(coefficients[k], fitted[i]) + levels[k];
                Vectors.Add(rest, -explained, past.Factors.Profiles[k]);
                levels[k] += shape.LevelRate * day.Weight * (past.Factors.Scores[i][k] - explained);
            }

            var weight = day.Day >= past.End - VarianceDays || i == fitted.Length - 1 ? day.Weight : 0;
            AddSquares(variance, weight, rest);
            (last, weights) = (day.Day, weights + weight);
        }

        return [.. variance.Select(sum => sum / weights)];
    }

    private static void AddSquares(double[] variance, double weight, double[] rest)
    {
        for (var slot = 0; slot < rest.Length; slot++)
        {
            variance[slot] += weight * rest[slot] * rest[slot];
        }
    }

    /// <summary>From roots to the mean of volumes: E y = (E root)^2 + var root - 0.25.</summary>
    private static double[] Volumes(TrainingSet past, double[] variance, double[] scores)
    {
        var roots = new double[past.Slots];
        for (var k = 0; k < scores.Length; k++)
        {
            Vectors.Add(roots, scores[k], past.Factors.Profiles[k]);
        }

        for (var slot = 0; slot < roots.Length; slot++)
        {
            var root = Math.Max(0, roots[slot]);
            roots[slot] = Math.Max(0, root * root + variance[slot] - 0.25);
        }

        return roots;
    }
}
