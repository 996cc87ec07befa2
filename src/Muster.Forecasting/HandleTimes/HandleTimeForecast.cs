using NodaTime;

namespace Muster.Forecasting.HandleTimes;

/// <summary>
/// Mean handle time of a type of contact by hour of the day: the mean over contacts (never over intervals), hours with
/// few contacts drawn to the type's mean, and a type with few contacts to the mean of all types.
/// </summary>
public sealed class HandleTimeForecast
{
    private readonly double[] _byHour;

    internal HandleTimeForecast(string type, double contacts, double meanSeconds, double[] byHour) =>
        (Type, Contacts, MeanSeconds, _byHour) = (type, contacts, meanSeconds, byHour);

    /// <summary>The type of contact, or the queue.</summary>
    public string Type { get; }

    /// <summary>Handled contacts that it was learned from.</summary>
    public double Contacts { get; }

    /// <summary>Over the whole day; 0 when nothing at all is known.</summary>
    public double MeanSeconds { get; }

    /// <summary>By hour of the day from 0 on.</summary>
    public IReadOnlyList<double> SecondsByHour => _byHour;

    public double SecondsAt(LocalTime time) => _byHour[time.Hour];
}
