using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Identity;
using Muster.Storage.Organization;
using Muster.Storage.People;

namespace Muster.Bench.Events;

/// <summary>A node in this process, a hundred thousand agents, and four sources that send over HTTP.</summary>
internal sealed class IngestStage : IAsyncDisposable
{
    private const int Agents = 100_000;
    private const int Sources = 4;
    private const int BodiesOfSource = 8;
    private const int LinesOfBody = 5_000;

    private static readonly string[] States = ["ready", "on_call", "after_call", "break", "signed_out"];

    private readonly MusterHost _host;
    private readonly HttpClient _client;
    private readonly long[] _positions = new long[Sources];

    private IngestStage(MusterHost host, HttpClient client) => (_host, _client) = (host, client);

    public static async Task<IngestStage> SetAsync(string connection, CancellationToken token)
    {
        var options = OptionReader.Read(
        [
            new OptionSetting("Database:Connection", connection, "bench"),
            new OptionSetting("Server:Urls", "http://127.0.0.1:0", "bench"),
            new OptionSetting("Telemetry:LogLevel", "error", "bench"),
            new OptionSetting("Limit:Burst", "1000000", "bench"),
            new OptionSetting("Limit:RequestsPerMinute", "10000000", "bench"),
        ]);
        var host = await MusterHost.StartAsync(options, TimeProvider.System, token);
        await HireAsync(host.Services.GetRequiredService<Database>(), token);
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await TokenAsync(host.Services, token));
        return new IngestStage(host, client);
    }

    /// <summary>New lines of each source, in the order in which they are sent.</summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> Bodies() => [.. Enumerable.Range(0, Sources).Select(source =>
        (IReadOnlyList<byte[]>)[.. Enumerable.Range(0, BodiesOfSource).Select(_ => Body(source, LinesOfBody))])];

    /// <returns>Events a second until all are acknowledged.</returns>
    public async Task<double> SendAsync(IReadOnlyList<IReadOnlyList<byte[]>> bodies, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(bodies.Select((some, source) => Task.Run(
            async () =>
            {
                foreach (var body in some)
                {
                    await PostAsync(source, body, token);
                }
            },
            token)));
        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        return Sources * BodiesOfSource * LinesOfBody / took;
    }

    /// <returns>Milliseconds of each acknowledgement, ten requests a second from each source.</returns>
    public async Task<IReadOnlyList<double>> PaceAsync(int perSecond, int seconds, CancellationToken token)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Sources).Select(source => Task.Run(
            async () =>
            {
                var times = new List<double>();
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.1), TimeProvider.System);
                for (var i = 0; i < seconds * 10 && await timer.WaitForNextTickAsync(token); i++)
                {
                    var body = Body(source, perSecond / Sources / 10);
                    var began = TimeProvider.System.GetTimestamp();
                    await PostAsync(source, body, token);
                    times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
                }

                return times;
            },
            token)));
        return [.. all.SelectMany(times => times)];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    private async Task PostAsync(int source, byte[] body, CancellationToken token)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await _client.PostAsync(
            new Uri($"/api/v2/wfm/events?source=acd{source}", UriKind.Relative), content, token);
        var said = await answer.Content.ReadAsStringAsync(token);
        if (!answer.IsSuccessStatusCode || !said.Contains("\"rejected\":[]", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(said);
        }
    }

    private byte[] Body(int source, int lines)
    {
        var text = new StringBuilder(lines * 120);
        var at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        for (var i = 0; i < lines; i++)
        {
            var position = ++_positions[source];
            text.Append(CultureInfo.InvariantCulture,
                $$"""{"position":{{position}},"at":"{{at}}","agent":"{{position * 7919 % Agents}}",""");
            text.Append(CultureInfo.InvariantCulture, $"\"state\":\"{States[position % States.Length]}\",")
                .Append(CultureInfo.InvariantCulture, $"\"reason\":\"r{position % 7}\"}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task HireAsync(Database database, CancellationToken token)
    {
        var now = TimeProvider.System.GetUtcNow();
        var tenant = new Tenant { Id = new TenantId(Guid.CreateVersion7(now)), Name = "Bank" };
        var agents = Enumerable.Range(0, Agents).Select(number => new Agent
        {
            Id = new AgentId(Guid.CreateVersion7(now)),
            Tenant = tenant.Id,
            EmployeeNumber = $"{number}",
            FirstName = "Agent",
            LastName = $"{number}",
        });
        await using (var transaction = await database.BeginAsync(Context(), token))
        {
            await new OrganizationStore(database).InsertAsync(
                transaction, OrganizationSnapshot.Empty.With([tenant]), [tenant], token);
            await transaction.CommitAsync(token);
        }

        foreach (var some in agents.Chunk(1_000))
        {
            await using var transaction = await database.BeginAsync(Context(), token);
            await new AgentStore(database).PutAsync(transaction, some, token);
            await transaction.CommitAsync(token);
        }

        await new AgentStore(database).AnalyzeAsync(token);
    }

    private static async Task<string> TokenAsync(IServiceProvider services, CancellationToken token)
    {
        var roles = await services.GetRequiredService<AccessRoleStore>().ListAsync(token);
        var grant = new GrantRequest(
            roles.Single(role => role.Name == "Administrator").Id.Value, GrantScopeKind.All, null);
        await using var transaction = await services.GetRequiredService<Database>().BeginAsync(Context(), token);
        var (client, secret) = (await services.GetRequiredService<ApiClients>().CreateAsync(
            transaction, new NewClient("bench", 600, [grant]), Granter.CommandLine, token)).Value;
        await transaction.CommitAsync(token);
        return (await services.GetRequiredService<AccessTokens>().IssueAsync(
            new ClientSecret(client.PublicId, secret), [], Context(), token)).Value.Text;
    }

    private static WriteContext Context() => new(Actor.Muster("bench"), TimeProvider.System.GetUtcNow(), "bench");
}
