using Muster.Server.Api.Demand;
using Muster.Server.Demand.Skills;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>History and forecasts: the services behind them.</summary>
public static class DemandServices
{
    public static IServiceCollection AddDemand(this IServiceCollection services) => services
        .AddSingleton<HistoryStore>().AddSingleton<ForecastStore>().AddSingleton<HistoryWrites>()
        .AddSingleton<Forecasts>().AddSingleton<ForecastMaking>()
        .AddSingleton<ForecastReading>().AddSingleton<IntradayReading>().AddSingleton<ForecastEndpoint>()
        .AddSingleton<ImportEndpoint>().AddSingleton<SimulationDesk>().AddSingleton<SharedStaffing>()
        .AddSingleton<SimulationEndpoint>();
}
