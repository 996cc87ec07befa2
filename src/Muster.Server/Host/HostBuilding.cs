using Muster.Server.Agreement;
using Muster.Server.Api;
using Muster.Server.Api.Identity;
using Muster.Server.Health;
using Muster.Server.Options;
using Muster.Server.Roles;
using Muster.Server.Telemetry;
using Muster.Storage;
using Muster.Storage.BuiltIn;
using Muster.Storage.Health;
using Muster.Storage.Streams;

namespace Muster.Server.Host;

/// <summary>Puts a node together: logging, Kestrel, what every role shares, then what each role brings.</summary>
internal static class HostBuilding
{
    // Two hundred ids go into an address.
    private const int LongestAddress = 16 * 1024;

    public static WebApplicationBuilder Create(OptionSet options)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        ConfigureLogging(builder.Logging, options.Telemetry);
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(options.Server.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Server.MaxRequest * 1024L;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(options.Server.StopTimeout));
        return builder;
    }

    public static void ConfigureLogging(ILoggingBuilder logging, TelemetryOptions options)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(Enum.Parse<LogLevel>(options.LogLevel, ignoreCase: true));
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning);

        // A start that fails is one sentence of ours; a background service that fails is Critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (options.LogFormat.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        }
        else
        {
            logging.AddSimpleConsole(text => (text.SingleLine, text.TimestampFormat) = (true, "HH:mm:ss.fff "));
        }
    }

    public static void AddServices(
        IServiceCollection services, OptionSet options, NodeInfo node, Database database, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(options.Server).AddSingleton(options.Identity)
            .AddSingleton(options.Limit).AddSingleton(options.Events).AddSingleton(options.Adherence)
            .AddSingleton(options.Builder).AddSingleton(options.Telemetry)
            .AddSingleton(node).AddSingleton(time);
        services.AddSingleton(database).AddSingleton<HealthStore>();
        services.AddSingleton<NodeState>().AddSingleton<NodeStatus>().AddSingleton<NodeHealth>()
            .AddSingleton<IHealthSource, DatabaseHealth>().AddSingleton<ClusterHealth>()
            .AddSingleton<IHealthSource>(provider => provider.GetRequiredService<ClusterHealth>());
        services.AddSingleton<Metrics>();
        services.AddApi();
        foreach (var role in node.Roles)
        {
            role.AddServices!(services);
        }
    }

    public static void AddCluster(IServiceCollection services, ClusterParts cluster) => services
        .AddSingleton(cluster).AddSingleton(cluster.Node).AddSingleton<LeasedDuty>().AddSingleton<ClusterStatus>()
        .AddSingleton<ChangeSampleStore>().AddSingleton<ConsistencyChecker>();

    public static void AddClusterServices(IServiceCollection services) => services
        .AddSingleton<ChangeListener>().AddHostedService<ClusterService>()
        .AddHostedService(provider => provider.GetRequiredService<ConsistencyChecker>());

    public static void AddBuiltIn(IServiceCollection services, BuiltInPostgres builtIn) =>
        services.AddSingleton(builtIn).AddSingleton<BuiltInHealth>()
            .AddSingleton<IHealthSource>(provider => provider.GetRequiredService<BuiltInHealth>())
            .AddHostedService(provider => provider.GetRequiredService<BuiltInHealth>());

    public static void MapPipeline(WebApplication application, IReadOnlyList<Role> roles)
    {
        application.UseWebSockets();
        application.UseApi();
        application.MapHealthApi();
        application.MapMetrics();
        application.MapMesh();
        application.MapOAuthApi();
        application.MapOpenApiDocument();
        foreach (var role in roles)
        {
            role.MapEndpoints?.Invoke(application);
        }

        // Metrics are collected from the start, not from the first look at them.
        application.Services.GetRequiredService<Metrics>().Start();
    }
}
