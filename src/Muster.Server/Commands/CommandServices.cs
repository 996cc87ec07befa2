using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api;
using Muster.Server.Api.Demand;
using Muster.Server.Demand.Skills;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Server.Synchronization;
using Muster.Storage;
using Muster.Storage.Demand;
using Muster.Storage.Organization;

namespace Muster.Server.Commands;

/// <summary>
/// The database and the services over it for a command that writes, on a running node's database or its own.
/// </summary>
public sealed class CommandServices : IAsyncDisposable
{
    private readonly DatabaseHome _home;
    private readonly ServiceProvider _services;

    private CommandServices(DatabaseHome home, ServiceProvider services) => (_home, _services) = (home, services);

    /// <summary>On a database that is open already; disposing this closes it.</summary>
    public static CommandServices Of(DatabaseHome home, OptionSet options)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton(home.Database).AddSingleton(options.Identity).AddIdentity().AddPeople()
            .AddSingleton<OrganizationStore>().AddSingleton<ForecastStore>()
            .AddSingleton<SimulationDesk>().AddSingleton<SharedStaffing>();
        return new CommandServices(home, services.BuildServiceProvider());
    }

    public IServiceProvider All => _services;

    public Database Database => _home.Database;

    public static async Task<CommandServices> OpenAsync(OptionFlags flags, ParseResult parsed, CancellationToken token)
    {
        var options = flags.Load(parsed);
        var home = await StartRefusal.TranslateAsync(
            stop => DatabaseHome.BorrowAsync(
                options, TimeProvider.System, NullLoggerFactory.Instance, stop),
            token);
        return Of(home, options);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Runs a change in a transaction of its own.</summary>
    /// <exception cref="StartRefusedException">It was refused; nothing was changed.</exception>
    public async Task<T> WriteAsync<T>(
        Func<WriteTransaction, CancellationToken, Task<Outcome<T>>> work, CancellationToken token)
    {
        var context = new WriteContext(
            Actor.Muster($"command line, {Environment.UserName}"), TimeProvider.System.GetUtcNow(), "command");
        await using var transaction = await _home.Database.BeginAsync(context, token);
        var done = (await work(transaction, token)).OrRefuse();
        await transaction.CommitAsync(token);
        return done;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _home.DisposeAsync();
    }
}
