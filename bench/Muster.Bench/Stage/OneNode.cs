using System.Net.Http.Headers;
using Muster.Domain.Identity;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Identity;

namespace Muster.Bench.Stage;

/// <summary>A node in this process, and a client of it that may do everything.</summary>
internal sealed class OneNode : IAsyncDisposable
{
    private readonly MusterHost _host;

    private OneNode(MusterHost host, string token)
    {
        (_host, Token) = (host, token);
        Client = new HttpClient { BaseAddress = host.Address, Timeout = Timeout.InfiniteTimeSpan };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Client { get; }

    public Uri Address => _host.Address;

    public IServiceProvider Services => _host.Services;

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>Of a program that is an administrator.</summary>
    public string Token { get; }

    public static async Task<OneNode> StartAsync(
        string connection, IEnumerable<(string Name, string Value)> settings, CancellationToken token)
    {
        var all = settings.Concat(
        [
            ("Database:Connection", connection), ("Server:Urls", "http://127.0.0.1:0"), ("Telemetry:LogLevel", "error"),
        ]);
        var options = OptionReader.Read([.. all.Select(one => new OptionSetting(one.Item1, one.Item2, "bench"))]);
        var host = await MusterHost.StartAsync(options, TimeProvider.System, token);
        return new OneNode(host, await TokenAsync(host.Services, token));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }

    private static async Task<string> TokenAsync(IServiceProvider services, CancellationToken token)
    {
        var roles = await services.GetRequiredService<AccessRoleStore>().ListAsync(token);
        var grant = new GrantRequest(
            roles.Single(role => role.Name == "Administrator").Id.Value, GrantScopeKind.All, null);
        await using var transaction = await BenchWrites.BeginAsync(services.GetRequiredService<Database>(), token);
        var (client, secret) = (await services.GetRequiredService<ApiClients>().CreateAsync(
            transaction, new NewClient("bench", 600, [grant]), Granter.CommandLine, token)).Value;
        await transaction.CommitAsync(token);
        return (await services.GetRequiredService<AccessTokens>().IssueAsync(
            new ClientSecret(client.PublicId, secret), [], BenchWrites.Context(), token)).Value.Text;
    }
}
