using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Muster.Server.Agreement;
using Muster.Server.Health;
using Muster.Server.Options;
using Muster.Server.Roles;

namespace Muster.Server.Host;

/// <summary>A running node: its database, its roles and its HTTP side. Disposing it stops all of it in order.</summary>
public sealed partial class MusterHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DatabaseHome _database;
    private readonly ILogger _logger;

    private MusterHost(WebApplication application, DatabaseHome database, ILogger logger) =>
        (_application, _database, _logger) = (application, database, logger);

    /// <summary>The first address it listens on, with the port that was really taken.</summary>
    public Uri Address => new(_application.Urls.First());

    public IServiceProvider Services => _application.Services;

    /// <summary>
    /// Name and password of the administrator that this start created; null when there were users already.
    /// </summary>
    public (string UserName, string Password)? FirstSignIn { get; private set; }

    /// <summary>Starts everything and returns when requests are answered. On failure nothing is left running.</summary>
    /// <exception cref="StartRefusedException">It cannot start; the message is for people.</exception>
    public static async Task<MusterHost> StartAsync(OptionSet options, TimeProvider time, CancellationToken token)
    {
        var startedAt = time.GetUtcNow();
        var roles = RoleTable.Resolve(options.Server.Roles);
        var builder = HostBuilding.Create(options);
        using var loggers = LoggerFactory.Create(logging => HostBuilding.ConfigureLogging(logging, options.Telemetry));
        var database = await StartRefusal.TranslateAsync(
            stop => DatabaseHome.OpenAsync(options, time, loggers, stop), token);
        try
        {
            var kind = options.Database.Connection.Length > 0 ? "external" : "built-in";
            var node = new NodeInfo(NodeInfo.NameOf(options.Server), roles, startedAt, kind);
            var cluster = await ClusterJoining.JoinAsync(options, node, database.Database, time, token);
            HostBuilding.AddCluster(builder.Services, cluster);
            HostBuilding.AddClusterServices(builder.Services);
            HostBuilding.AddServices(builder.Services, options, node, database.Database, time);
            if (database.BuiltIn is { } builtIn)
            {
                HostBuilding.AddBuiltIn(builder.Services, builtIn);
            }

            var application = builder.Build();
            HostBuilding.MapPipeline(application, roles);
            var host = new MusterHost(
                application, database, application.Services.GetRequiredService<ILogger<MusterHost>>());
            await host.RunAsync(options, time, token);
            return host;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Returns when the process is asked to stop (Ctrl+C, SIGTERM). When a part of it has failed, which stops it too,
    /// throws what that part threw.
    /// </summary>
    public async Task WaitForStopAsync(CancellationToken token)
    {
        await _application.WaitForShutdownAsync(token);
        foreach (var part in Services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (part.ExecuteTask is { IsFaulted: true } failed)
            {
                await failed;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _application.Services.GetRequiredService<NodeState>().Stopping();
        Stopping();
        try
        {
            await _application.StopAsync(CancellationToken.None);
            Stopped();
            await _application.DisposeAsync();
        }
        finally
        {
            // Whatever the rest did: PostgreSQL is the last to stop, and it is stopped.
            await _database.DisposeAsync();
        }
    }

    private async Task RunAsync(OptionSet options, TimeProvider time, CancellationToken token)
    {
        try
        {
            FirstSignIn = await FirstAdministrator.EnsureAsync(_application.Services, time, token);
            await _application.StartAsync(token);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            // Stopped before it is disposed, else background services would take their end for a fault.
            await _application.StopAsync(CancellationToken.None);
            await _application.DisposeAsync();
            throw new StartRefusedException(
                refused.InnerException is AddressInUseException
                    ? $"An address of {options.Server.Urls} is in use by another program."
                    : $"Muster cannot listen on {options.Server.Urls}: {refused.Message}",
                "Maybe choose another address with --urls, or stop what listens there.",
                refused);
        }

        _application.Services.GetRequiredService<NodeState>().Started();
        var node = _application.Services.GetRequiredService<NodeInfo>();
        Listening(string.Join(", ", _application.Urls), (time.GetUtcNow() - node.StartedAt).TotalMilliseconds);
    }
}
