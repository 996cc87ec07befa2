using Muster.Server.Api.Adherence;
using Muster.Server.Reports;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.History;

/// <summary>Stored results of adherence: what reads them for the API.</summary>
public static class HistoryServices
{
    public static IServiceCollection AddAdherenceHistory(this IServiceCollection services) => services
        .AddSingleton<AdherenceHistoryStore>().AddSingleton<HistoryScopes>().AddSingleton<HistoryReading>()
        .AddSingleton<ExceptionReading>().AddSingleton<ReportPatience>()
        .AddSingleton<HistoryEndpoint>().AddSingleton<ExceptionsEndpoint>();
}
