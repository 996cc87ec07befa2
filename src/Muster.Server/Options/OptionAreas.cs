namespace Muster.Server.Options;

/// <summary>Every area of options: the list that configuration, documentation and tests go by.</summary>
public static class OptionAreas
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(DataOptions),
        typeof(DatabaseOptions),
        typeof(ServerOptions),
        typeof(AuthOptions),
        typeof(IdentityOptions),
        typeof(LimitOptions),
        typeof(EventsOptions),
        typeof(AdherenceOptions),
        typeof(BuilderOptions),
        typeof(TelemetryOptions),
    ];
}
