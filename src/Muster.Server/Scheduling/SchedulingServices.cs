using Muster.Server.Api.Scheduling;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Builds of schedules: the services behind them.</summary>
public static class SchedulingServices
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddSingleton<BuildStore>().AddSingleton<BuildPartStore>().AddSingleton<ForecastNeeds>()
        .AddSingleton<EarlierSchedules>().AddSingleton<EarlierChecks>().AddSingleton<BuildInputs>()
        .AddSingleton<BuildStaleness>().AddSingleton<BuildKeeping>().AddSingleton<BuildStarting>()
        .AddSingleton<Builds>().AddSingleton<BuildReading>().AddSingleton<BuildEndpoint>();
}
