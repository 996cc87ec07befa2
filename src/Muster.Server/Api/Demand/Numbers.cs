namespace Muster.Server.Api.Demand;

/// <summary>Numbers as answers carry them.</summary>
internal static class Numbers
{
    private const int Digits = 3;

    /// <summary>Null for what nobody has measured.</summary>
    public static double? Known(double value) => double.IsFinite(value) ? value : null;

    /// <summary>Rounded: a thousandth of a contact or of an agent is nothing.</summary>
    public static double Short(double value) => Math.Round(value, Digits);

    public static IReadOnlyList<double> Short(IEnumerable<double> values) => [.. values.Select(Short)];
}
