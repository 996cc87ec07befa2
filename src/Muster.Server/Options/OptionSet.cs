namespace Muster.Server.Options;

/// <summary>All options as they hold for this process: the typed records, and each value with its source.</summary>
public sealed class OptionSet
{
    private readonly IReadOnlyDictionary<Type, object> _areas;

    internal OptionSet(IReadOnlyDictionary<Type, object> areas, IReadOnlyList<EffectiveOption> effective) =>
        (_areas, Effective) = (areas, effective);

    public IReadOnlyList<EffectiveOption> Effective { get; }

    public DataOptions Data => Get<DataOptions>();

    public DatabaseOptions Database => Get<DatabaseOptions>();

    public ServerOptions Server => Get<ServerOptions>();

    public IdentityOptions Identity => Get<IdentityOptions>();

    public AuthOptions Auth => Get<AuthOptions>();

    public LimitOptions Limit => Get<LimitOptions>();

    public EventsOptions Events => Get<EventsOptions>();

    public AdherenceOptions Adherence => Get<AdherenceOptions>();

    public BuilderOptions Builder => Get<BuilderOptions>();

    public TelemetryOptions Telemetry => Get<TelemetryOptions>();

    private T Get<T>() => (T)_areas[typeof(T)];
}
