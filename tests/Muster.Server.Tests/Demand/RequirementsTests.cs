using Muster.Domain.Demand;
using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Tests.Demand;

public sealed class RequirementsTests
{
    // Forecasts that are kept from before may know nothing of a horizon in which no day is open.
    [Fact]
    public void A_closed_day_takes_nobody_and_needs_no_horizon()
    {
        var rows = Enumerable.Range(0, 40).Where(day => day % 7 < 5).SelectMany(day => Enumerable.Range(8, 10).Select(
            hour => new VolumeRow(new LocalDateTime(2026, 1, 5, hour, 0).PlusDays(day), 30)));
        var series = SeriesReader.Read(rows, new SeriesOptions { Minutes = 60 }).Value;
        var made = Forecaster.Forecast(series, new ForecastRequest { Days = 9 }, null, CancellationToken.None).Value;
        var kept = made with { Accuracy = [made.Accuracy[0]] };
        var terms = new StaffingTerms { UncertainDays = true, HandleSeconds = 200 };

        var required = Requirements.Of(kept, kept.Days, terms, null, null).Value;

        Assert.Equal(
            kept.Days.Select(day => !day.IsClosed), required.Select(day => day.Rows.Any(row => row is not null)));
    }
}
