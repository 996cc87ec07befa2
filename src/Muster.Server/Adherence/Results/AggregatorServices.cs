using Muster.Server.Adherence.Today;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>What judges adherence and stores what comes of it.</summary>
public static class AggregatorServices
{
    public static IServiceCollection AddAggregator(this IServiceCollection services) => services
        .AddSingleton<RecountStore>().AddSingleton<PastStore>().AddSingleton<PastAsking>()
        .AddSingleton<RecountParts>().AddSingleton<RecountWork>().AddSingleton<ResultWriting>()
        .AddSingleton<AggregatorMetrics>().AddHostedService<AggregatorDuty>().AddFold();
}
