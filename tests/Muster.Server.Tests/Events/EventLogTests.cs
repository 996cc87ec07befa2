using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Events;

public sealed class EventLogTests
{
    [Fact]
    public async Task The_log_is_read_over_the_end_of_a_day_in_parts_of_any_size()
    {
        await using var stage = await EventStage.SetAsync();
        for (var day = 0; day < 4; day++)
        {
            (await stage.SendAsync(stage.Events((day * 10) + 1, 10))).Is(OK);
            await stage.ScalarAsync("UPDATE event_feed SET last_at = last_at + interval '1 day'");
        }

        foreach (var limit in new[] { 1, 7, 10, 100 })
        {
            var (seen, after) = (new List<long>(), 0L);
            while (await stage.Log.ReadAsync(after, limit, default) is { Count: > 0 } rows)
            {
                seen.AddRange(rows.Select(row => row.Seq));
                after = seen[^1];
            }

            Assert.Equal(Enumerable.Range(1, 40).Select(seq => (long)seq), seen);
        }

        // Duplicates are found on whichever day they came first.
        Assert.Equal("0 40 0 0", EventStage.Counts((await stage.SendAsync(stage.Events(1, 40))).Is(OK)));
    }

    [Fact]
    public async Task Days_are_partitions_that_come_and_go()
    {
        await using var stage = await EventStage.SetAsync();
        (await stage.SendAsync(stage.Events(1, 10))).Is(OK);
        await stage.ScalarAsync("UPDATE event_feed SET last_at = last_at + interval '6 days'");
        (await stage.SendAsync(stage.Events(11, 10))).Is(OK);

        Assert.Equal(10L, await stage.ScalarAsync("SELECT count(*) FROM event_log_default"));
        Assert.Equal(1, await stage.Log.KeepPartitionsAsync(400, default));
        Assert.Equal(0L, await stage.ScalarAsync("SELECT count(*) FROM event_log_default"));
        Assert.Equal(20, (await stage.ReadAsync()).Count);
        Assert.Equal(0, await stage.Log.KeepPartitionsAsync(400, default));

        // Today is more than minus two days ago: its partition and those up to the day after tomorrow go.
        Assert.True(await stage.Log.KeepPartitionsAsync(-2, default) > 0);
        var left = await stage.ReadAsync();
        Assert.Equal(Enumerable.Range(11, 10).Select(seq => (long)seq), left.Select(row => row.Seq));
    }
}
