using System.Net.Sockets;
using System.Text;
using Muster.Storage.Events;
using Muster.Testing;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Events;

public sealed class IngestConcurrencyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Several_nodes_at_once_keep_the_sequence_gapless_and_a_reader_sees_no_gap()
    {
        await using var stage = await EventStage.SetAsync(2);
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(stage.Log, stop.Token);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async sender =>
        {
            for (var part = 0; part < 15; part++)
            {
                // Four sources, each sent to both nodes at the same time with the same lines.
                (await EventStage.SendAsync(
                    stage.Clients[sender % 2], $"acd{sender / 2}", stage.Events((part * 40) + 1, 40))).Is(OK);
            }
        }));
        await Until.FineAsync(Patience, async () =>
            await stage.Log.LastAsync(default) == 4 * 600 ? null : "Lines are missing.");
        await stop.CancelAsync();

        Assert.True(await reading > 0);
        var log = await stage.ReadAsync();
        Assert.Equal(Enumerable.Range(1, 2400).Select(seq => (long)seq), log.Select(row => row.Seq));
        Assert.Equal(log.Select(row => row.ReceivedAt).Order(), log.Select(row => row.ReceivedAt));
        Assert.Equal(2400L, await stage.ScalarAsync("SELECT count(DISTINCT (source, run, position)) FROM event_log"));
    }

    [Fact]
    public async Task Lines_of_a_request_that_broke_off_are_sent_again_and_each_is_there_once()
    {
        await using var stage = await EventStage.SetAsync();
        string[] lines = [.. stage.Events(1, 9_000)];
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        var address = stage.Node.Host.Address;

        for (var cut = 1; cut <= 3; cut++)
        {
            using var line = new TcpClient();
            await line.ConnectAsync(address.Host, address.Port);
            var cookie = stage.Client.Cookies.GetCookieHeader(address);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v2/wfm/events?source=acd HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n"
                + $"Content-Type: application/x-ndjson\r\nContent-Length: {text.Length}\r\n\r\n"));
            await line.GetStream().WriteAsync(text.AsMemory(0, text.Length / 4 * cut));
            line.Client.Close(0);
        }

        var answer = (await stage.SendAsync(lines)).Is(OK);

        Assert.Equal(9_000, int.Parse(answer.At("accepted")) + int.Parse(answer.At("duplicates")));
        Assert.Equal(9_000L, await stage.ScalarAsync("SELECT count(DISTINCT position) FROM event_log"));
        Assert.Equal(9_000L, await stage.Log.LastAsync(default));
    }

    [Fact]
    public async Task A_node_with_its_hands_full_says_so_and_loses_nothing()
    {
        await using var stage = await EventStage.SetAsync(1, 3, "Events:Queue=1");
        (await stage.SendAsync(stage.Event(1))).Is(OK);
        var held = stage.ScalarAsync("SELECT pg_sleep(15) FROM (SELECT FROM event_source FOR UPDATE) locked");
        await stage.Node.Database.UntilAsync(
            "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()");

        // Four fill the room, which is given back when the database has not answered for five seconds.
        string[][] parts =
            [.. Enumerable.Range(0, 12).Select(part => stage.Events((part * 2_600) + 2, 2_600).ToArray())];
        var answers = await Task.WhenAll(parts.Select(lines => stage.SendAsync(lines)));
        await held;
        foreach (var lines in parts)
        {
            await Until.FineAsync(Patience, async () =>
            {
                var answer = await stage.SendAsync(lines);
                return answer.Status == OK ? null : answer.Text;
            });
        }

        Assert.All(answers, answer => Assert.Equal("1", answer.Headers["Retry-After"]));
        Assert.Contains(answers, answer => answer.Status == TooManyRequests);
        Assert.Equal(31_201L, await stage.ScalarAsync("SELECT count(DISTINCT position) FROM event_log"));
        Assert.Equal(31_201L, await stage.Log.LastAsync(default));
    }

    [Fact]
    public async Task Many_duplicates_cost_little_memory()
    {
        await using var stage = await EventStage.SetAsync();
        string[] lines = [.. stage.Events(1, 20_000)];
        (await stage.SendAsync(lines)).Is(OK);
        (await stage.SendAsync(lines)).Is(OK);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("0 20000 0 0", EventStage.Counts((await stage.SendAsync(lines)).Is(OK)));
        }

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 16 * 1024 * 1024);
        Assert.Equal("120000", (await stage.SourceAsync()).At("duplicates"));
    }

    // Follows the log as an aggregator does, and answers how often it found something.
    private static async Task<int> ReadAsync(EventLogStore log, CancellationToken stop)
    {
        var (last, pages) = (0L, 0);
        while (!stop.IsCancellationRequested)
        {
            var rows = await log.ReadAsync(last, 700, default);
            foreach (var row in rows)
            {
                Assert.Equal(++last, row.Seq);
            }

            pages += rows.Count > 0 ? 1 : 0;
        }

        return pages;
    }

    [Fact]
    public async Task A_writer_that_was_stopped_in_the_midst_of_its_COPY_does_not_keep_the_others_waiting_for_ever()
    {
        await using var stage = await EventStage.SetAsync();
        await using var stopped = await StuckCopy.BeginAsync(
            stage.Node.Database,
            "UPDATE event_feed SET last = last + 1",
            "COPY event_log (seq, received_at, source, run, position, at, agent_id, state, content) "
                + "FROM STDIN (FORMAT BINARY)");

        await Until.FineAsync(Patience, async () =>
        {
            var answer = await stage.SendAsync(stage.Event(1, "1"));
            return answer.Status == OK ? null : $"{answer.Status}";
        });

        Assert.Single(await stage.ReadAsync());
        await Assert.ThrowsAnyAsync<Exception>(stopped.CompleteAsync);
    }
}
