using Muster.Server.Api.Events;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>The ingest of state events and interval statistics.</summary>
public static class EventsServices
{
    /// <summary>What is read of events, on any node.</summary>
    public static IServiceCollection AddEventStores(this IServiceCollection services) => services
        .AddSingleton<EventSourceStore>().AddSingleton<EventLogStore>().AddSingleton<EventStateStore>()
        .AddSingleton<QuarantineStore>().AddSingleton<IntervalStatisticStore>().AddSingleton<AgentKeyStore>()
        .AddSingleton<EventLossStore>();

    /// <summary>What takes them in.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services) => services
        .AddSingleton<IngestStores>().AddSingleton<AgentKeys>().AddSingleton<StateNumbers>()
        .AddSingleton<IngestWriter>().AddSingleton<EventPulse>().AddSingleton<IngestQueue>()
        .AddHostedService(provider => provider.GetRequiredService<IngestQueue>())
        .AddSingleton<EventSources>().AddSingleton<EventLosses>().AddSingleton<EventStreamParts>().AddSingleton<QuarantineReplay>()
        .AddSingleton<IngestEndpoint>();
}
