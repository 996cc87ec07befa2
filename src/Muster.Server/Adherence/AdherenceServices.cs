using Muster.Server.Api.Adherence;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence;

/// <summary>Adherence rules: the services behind them.</summary>
public static class AdherenceServices
{
    public static IServiceCollection AddAdherence(this IServiceCollection services) => services
        .AddSingleton<RuleStore>().AddSingleton<RuleCache>().AddSingleton<RuleWriting>().AddSingleton<RuleEndpoint>();
}
