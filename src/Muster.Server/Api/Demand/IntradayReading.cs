using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Intraday;
using Muster.Server.Demand;
using Muster.Server.Intraday;
using Muster.Server.Organization;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>Forecasts the rest of a day again. For whoever shows a day that is not over.</summary>
public sealed class IntradayReading(
    ForecastReading reading, CameReading came, OrganizationCache organization, TimeProvider time)
{
    public async Task<Outcome<IntradayView>> ReadAsync(
        Caller caller, ForecastGroupKey key, IntradayQuery asked, CancellationToken token)
    {
        var part = await reading.PartAsync(caller, key.Forecast.Value, key.Group.Value, token);
        return part.Refused is { } refusal ? refusal : await ReadAsync(part.Value, asked, token);
    }

    private async Task<Outcome<IntradayView>> ReadAsync(
        ForecastPart part, IntradayQuery asked, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (part.Layered is not { } layered || known.PlanningGroups.Find(part.Row.Group) is not { } group
            || known.BusinessUnits.Find(part.Forecast.BusinessUnit) is not { } unit)
        {
            return MissingPart.Of(part.Forecast, part.Row);
        }

        var (zone, minutes) = (layered.Machine.Zone, layered.Machine.Minutes);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var date = asked.Date is { } given ? LocalDate.FromDateOnly(given) : now.InZone(zone).Date;
        if (layered.Days.FirstOrDefault(day => day.Date == date) is not { } forecast)
        {
            return new Refusal.Invalid("date", $"{date:uuuu-MM-dd} is no day of the forecast, which has "
                + $"{layered.Days[0].Date:uuuu-MM-dd} to {layered.Days[^1].Date:uuuu-MM-dd}.");
        }

        var frame = new DayFrame(date, zone, minutes);
        var told = await came.ToldAsync(unit.TenantId, [], frame, token);
        var day = await came.OfAsync(group, told, frame.Day, token);
        var moment = asked.Until is { } until
            ? Instant.Min(now, zone.AtLeniently(date.At(LocalTime.FromTimeOnly(until))).ToInstant())
            : now;
        var soFar = day.SoFar(forecast, frame, moment);
        var again = IntradayForecast.Update(forecast, soFar.Volumes, layered.Machine.Intraday);
        return IntradayView.Of(forecast, soFar, again, minutes);
    }
}
