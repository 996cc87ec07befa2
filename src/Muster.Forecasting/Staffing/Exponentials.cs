namespace Muster.Forecasting.Staffing;

/// <summary>Differences of exponentials that keep their digits near zero.</summary>
internal static class Exponentials
{
    /// <summary>1 - e^-x (Kahan's correction of the rounded power).</summary>
    public static double Lost(double x)
    {
        var power = Math.Exp(-x);
        return power is > 0.5 and < 1 ? (1 - power) * x / -Math.Log(power) : power == 1 ? x : 1 - power;
    }

    /// <summary>e^-x - 1 + x, never negative.</summary>
    public static double Curve(double x)
    {
        if (Math.Abs(x) > 0.1)
        {
            return Math.Exp(-x) - 1 + x;
        }

        var (term, sum) = (x * x / 2, 0.0);
        for (var k = 3; k < 14; k++)
        {
            sum += term;
            term *= -x / k;
        }

        return sum;
    }
}
