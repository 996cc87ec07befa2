namespace Muster.Forecasting.Staffing;

/// <summary>Gauss and Legendre's rule of 16 nodes on [0, 1].</summary>
internal static class GaussLegendre
{
    public const int Order = 16;

    private static readonly double[] NodeList = new double[Order];
    private static readonly double[] WeightList = new double[Order];

    static GaussLegendre()
    {
        for (var i = 0; i < Order; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (Order + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 8; step++)
            {
                (var value, slope) = Legendre(x);
                x -= value / slope;
            }

            NodeList[i] = (1 + x) / 2;
            WeightList[i] = 1 / ((1 - (x * x)) * slope * slope);
        }
    }

    public static ReadOnlySpan<double> Nodes => NodeList;

    public static ReadOnlySpan<double> Weights => WeightList;

    /// <summary>The polynomial of this order and its slope.</summary>
    private static (double Value, double Slope) Legendre(double x)
    {
        var (before, value) = (1.0, x);
        for (var k = 2; k <= Order; k++)
        {
            (before, value) = (value, (((2 * k) - 1) * x * value - ((k - 1) * before)) / k);
        }

        return (value, Order * (before - (x * value)) / (1 - (x * x)));
    }
}
