using Muster.Server.Api.Intraday;
using Muster.Server.Live;

namespace Muster.Server.Intraday;

/// <summary>Today beside its forecast: the services behind it.</summary>
public static class IntradayServices
{
    public static IServiceCollection AddIntraday(this IServiceCollection services) => services
        .AddSingleton<CameReading>().AddSingleton<DayForecasts>().AddSingleton<ServingAgents>()
        .AddSingleton<DayAgents>().AddSingleton<DayReading>().AddSingleton<DayNews>().AddSingleton<SharedDays>()
       .AddSingleton<IntradayEndpoint>()
        .AddSingleton<ILiveTopic, IntradayTopic>();
}
