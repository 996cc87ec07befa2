using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Muster.Bench.Schedules;
using Muster.Bench.Stage;

namespace Muster.Bench.Events;

/// <summary>
/// A node in this process that judges a hundred thousand agents by the schedules of today, and four sources that send
/// over HTTP.
/// </summary>
internal sealed class IngestStage : IAsyncDisposable
{
    private const int Units = 20;
    private const int AgentsOfUnit = 5_000;
    private const int Agents = Units * AgentsOfUnit;
    private const int Sources = 4;
    private const int BodiesOfSource = 8;
    private const int LinesOfBody = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly (string State, string CountsAs)[] Meanings =
    [
        ("ready", "on_queue"), ("on_call", "on_queue"), ("after_call", "on_queue"), ("break", "break"),
        ("signed_out", "logged_out"),
    ];

    private readonly OneNode _node;
    private readonly Workforce _hired;
    private readonly long[] _positions = new long[Sources];

    private IngestStage(OneNode node, Workforce hired) => (_node, _hired) = (node, hired);

    public static async Task<IngestStage> SetAsync(string connection, CancellationToken token)
    {
        var node = await OneNode.StartAsync(
            connection, [("Limit:Burst", "1000000"), ("Limit:RequestsPerMinute", "10000000")], token);
        var hired = await Workforce.HireAsync(node.Database, Units, AgentsOfUnit, token);
        foreach (var unit in hired.Units)
        {
            var schedules = new PublishingStage(node.Services, hired, unit);
            await schedules.PublishAsync(
                await schedules.DraftAsync(AgentsOfUnit, days: 1, later: 0, token), Patience, token);
        }

        var stage = new IngestStage(node, hired);
        await stage.MapAsync(token);
        return stage;
    }

    /// <summary>Walls of the first units, and what they show of events that are sent from now on.</summary>
    public Task<WallWatch> WatchAsync(int units, CancellationToken token) =>
        WallWatch.OpenAsync(_node, _hired, units, token);

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

    /// <summary>Ten requests a second from each source.</summary>
    /// <returns>Milliseconds until each was acknowledged.</returns>
    public async Task<IReadOnlyList<double>> PaceAsync(
        int perSecond, int seconds, WallWatch watch, CancellationToken token)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Sources).Select(source => Task.Run(
            async () =>
            {
                var times = new List<double>();
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.1), TimeProvider.System);
                for (var i = 0; i < seconds * 10 && await timer.WaitForNextTickAsync(token); i++)
                {
                    var (first, lines) = (_positions[source] + 1, perSecond / Sources / 10);
                    var body = Body(source, lines);
                    var began = TimeProvider.System.GetTimestamp();
                    for (var position = first; position < first + lines; position++)
                    {
                        watch.Sent(AgentOf(source, position), StateOf(position), began);
                    }

                    await PostAsync(source, body, token);
                    times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
                }

                return times;
            },
            token)));
        return [.. all.SelectMany(times => times)];
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    // Sources tell of different agents, and of each of them something else the next time.
    private static int AgentOf(int source, long position) => (int)(((position * Sources) + source) * 7919 % Agents);

    private static string StateOf(long position) =>
        Meanings[(int)((position + (position * Sources / Agents)) % Meanings.Length)].State;

    private async Task MapAsync(CancellationToken token)
    {
        var mappings = Enumerable.Range(0, Sources).SelectMany(source => Meanings.Select(meaning =>
            new { source = $"acd{source}", state = meaning.State, counts_as = meaning.CountsAs }));
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            new Uri($"/api/v2/wfm/adherence/rules/{_hired.Business.Id.Value}/entries/always", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        request.Content = JsonContent.Create(new { mappings });
        using var answer = await _node.Client.SendAsync(request, token);
        answer.EnsureSuccessStatusCode();
    }

    private async Task PostAsync(int source, byte[] body, CancellationToken token)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await _node.Client.PostAsync(
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
                $$"""{"position":{{position}},"at":"{{at}}","agent":"{{AgentOf(source, position)}}",""");
            text.Append(CultureInfo.InvariantCulture, $"\"state\":\"{StateOf(position)}\",")
                .Append(CultureInfo.InvariantCulture, $"\"reason\":\"r{position % 7}\"}}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
