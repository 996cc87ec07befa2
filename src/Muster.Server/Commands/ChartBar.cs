using NodaTime;

namespace Muster.Server.Commands;

/// <summary>A day or a week in a chart.</summary>
/// <param name="Value">NaN when nobody knows.</param>
/// <param name="Low">Of what is to come; null in the past.</param>
internal readonly record struct ChartBar(LocalDate Date, double Value, double? Low = null, double? High = null)
{
    public double Top => High ?? (double.IsNaN(Value) ? 0 : Value);
}
