namespace Muster.Forecasting.SpecialDays;

/// <summary>What a type of special day does to the volume.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="Seen">Days of the type in the history.</param>
/// <param name="Factor">On the day itself: 0.4 is 40 % of an ordinary day.</param>
/// <param name="FactorAfter">On the next open day.</param>
public sealed record SpecialDayEffect(string Name, int Seen, double Factor, double FactorAfter);
