namespace Muster.Forecasting.Models;

/// <summary>
/// Weighted least squares with a penalty on each coefficient, for several targets at once, by Cholesky's decomposition.
/// </summary>
internal sealed class RidgeRegression
{
    private readonly double[][] _normal;

    private readonly double[][] _right;

    /// <param name="penalties">
    /// By regressor: as if so many days had shown that it is 0. Positive: it stays solvable.
    /// </param>
    public RidgeRegression(double[] penalties, int targets)
    {
        _normal = [.. penalties.Select((penalty, i) => Unit(penalties.Length, i, penalty))];
        _right = [.. Enumerable.Range(0, targets).Select(_ => new double[penalties.Length])];
    }

    public void Add(double[] regressors, double[] targets, double weight)
    {
        for (var i = 0; i < regressors.Length; i++)
        {
            if (regressors[i] != 0)
            {
                Vectors.Add(_normal[i], weight * regressors[i], regressors);
            }
        }

        for (var k = 0; k < _right.Length; k++)
        {
            Vectors.Add(_right[k], weight * targets[k], regressors);
        }
    }

    /// <summary>Coefficients by target and regressor.</summary>
    public double[][] Solve()
    {
        var lower = Cholesky(_normal);
        return [.. _right.Select(right => Back(lower, Forward(lower, right)))];
    }

    private static double[][] Cholesky(double[][] matrix)
    {
        var lower = matrix.Select(row => new double[row.Length]).ToArray();
        for (var i = 0; i < lower.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i][j] - Vectors.Dot(lower[i].AsSpan(0, j), lower[j].AsSpan(0, j));
                lower[i][j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-12)) : rest / lower[j][j];
            }
        }

        return lower;
    }

    private static double[] Forward(double[][] lower, double[] right)
    {
        var solution = new double[right.Length];
        for (var i = 0; i < right.Length; i++)
        {
            solution[i] = (right[i] - Vectors.Dot(lower[i].AsSpan(0, i), solution.AsSpan(0, i))) / lower[i][i];
        }

        return solution;
    }

    private static double[] Back(double[][] lower, double[] right)
    {
        var solution = right.ToArray();
        for (var i = right.Length - 1; i >= 0; i--)
        {
            solution[i] /= lower[i][i];
            for (var j = 0; j < i; j++)
            {
                solution[j] -= lower[i][j] * solution[i];
            }
        }

        return solution;
    }

    private static double[] Unit(int length, int place, double value)
    {
        var unit = new double[length];
        unit[place] = value;
        return unit;
    }
}
