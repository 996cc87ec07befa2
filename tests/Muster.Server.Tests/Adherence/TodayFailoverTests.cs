namespace Muster.Server.Tests.Adherence;

/// <summary>Another database takes over, and the last commits are lost.</summary>
public sealed class TodayFailoverTests
{
    // Its log is no shorter than the lost one for long: the next event takes the place of the one that is gone.
    private const string Failover = """
        DELETE FROM event_log WHERE seq = (SELECT last FROM event_feed);
        UPDATE event_feed SET last = last - 1;
        CREATE OR REPLACE FUNCTION muster.timeline() RETURNS integer LANGUAGE sql AS $$ SELECT 2 $$;
        """;

    [Fact]
    public async Task Events_that_were_lost_with_the_database_are_forgotten_and_those_in_their_places_are_read()
    {
        await using var stage = new TodayStage();
        await stage.InitializeAsync();
        var (unit, other) = (await stage.UnitAsync(), await stage.UnitAsync());
        var (ann, bob) = (await stage.HireAsync(unit), await stage.HireAsync(other));
        await stage.TellAsync(ann.Name, TodayStage.Ready, -100);
        await stage.TellAsync(bob.Name, TodayStage.Ready, -100);
        await stage.TellAsync(ann.Name, TodayStage.Eating, -5);
        await stage.UntilAsync(unit, "out", "not_on_queue");

        await stage.Cluster.Nodes[0].Database.ScalarAsync(Failover);
        await stage.TellAsync(bob.Name, TodayStage.Eating, -4);

        await stage.UntilAsync(unit, "in", "accepted");
        await stage.UntilAsync(other, "out", "not_on_queue");
    }
}
