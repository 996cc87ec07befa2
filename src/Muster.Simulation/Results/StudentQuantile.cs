namespace Muster.Simulation.Results;

/// <summary>
/// The 97.5 % quantile of Student's t. Source: Abramowitz and Stegun, 26.7.5, an expansion around the normal quantile,
/// good to 0.004 from 3 degrees of freedom on; below, the exact values.
/// </summary>
internal static class StudentQuantile
{
    private const double Normal = 1.959963984540054;

    public static double At975(int degrees) => degrees switch
    {
        1 => 12.706204736432095,
        2 => 4.302652729911275,
        _ => Expanded(degrees),
    };

    private static double Expanded(double degrees)
    {
        var (z, square) = (Normal, Normal * Normal);
        var g1 = z * (square + 1) / 4;
        var g2 = z * ((((5 * square) + 16) * square) + 3) / 96;
        var g3 = z * ((((((3 * square) + 19) * square) + 17) * square) - 15) / 384;
        var g4 = z * ((((((((79 * square) + 776) * square) + 1482) * square) - 1920) * square) - 945) / 92_160;
        return z + ((g1 + ((g2 + ((g3 + (g4 / degrees)) / degrees)) / degrees)) / degrees);
    }
}
