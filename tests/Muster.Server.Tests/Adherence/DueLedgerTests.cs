using Muster.Domain.People;
using Muster.Server.Adherence.Results;
using Muster.Server.Adherence.Today;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Tests.Adherence;

/// <summary>What a standby remembers.</summary>
public sealed class DueLedgerTests
{
    private static readonly AgentId Ann = new(Guid.NewGuid());
    private static readonly AgentId Bob = new(Guid.NewGuid());
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    private readonly DueLedger _ledger = new();

    [Fact]
    public void What_is_stored_is_forgotten_and_what_may_not_be_is_kept()
    {
        Put(Ann, Nine, next: 10);
        Put(Bob, Nine, next: 20);

        _ledger.Drop(Position(seen: 9));
        var all = _ledger.AgentCount;
        _ledger.Drop(Position(seen: 10));

        Assert.Equal(1, all);
        Assert.Equal([Bob], _ledger.TakeAll().Keys);
    }

    [Fact]
    public void Time_that_is_not_stored_is_kept_although_all_that_was_told_is()
    {
        _ledger.Take(new TodayFold(new LocalDate(2026, 3, 2)), Nine);
        Put(Ann, Nine, next: 10);

        _ledger.Drop(Position(seen: 100) with { Until = Nine.ToDateTimeOffset().AddMinutes(-15) });

        Assert.Equal([Ann], _ledger.TakeAll().Keys);
    }

    [Fact]
    public void What_came_last_is_kept_until_it_is_known_of_when_it_is()
    {
        _ledger.PutBack(new() { [Ann] = Nine });

        _ledger.Drop(Position(seen: 1000));

        Assert.Equal([Ann], _ledger.TakeAll().Keys);
        Assert.Empty(_ledger.TakeAll());
    }

    [Fact]
    public void However_long_nobody_writes_an_agent_is_due_from_the_earliest_moment_on()
    {
        for (var minute = 60; minute > -100; minute--)
        {
            Put(Ann, Nine + Duration.FromMinutes(minute), next: 100 - minute);
        }

        Assert.Equal(1, _ledger.AgentCount);
        Assert.Equal(Nine - Duration.FromMinutes(99), _ledger.TakeAll()[Ann]);
    }

    [Theory]
    [InlineData("Etc/UTC", "2026-03-02")]
    [InlineData("Europe/Berlin", "2026-03-03")]
    [InlineData("America/Los_Angeles", "2026-03-02")]
    [InlineData("Pacific/Kiritimati", "2026-03-03")]
    [InlineData("Etc/GMT+12", "2026-03-02")]
    public void The_first_live_day_begins_in_the_window(string zone, string day) => Assert.Equal(
        day, PastSight.FirstLiveDay(Instant.FromUtc(2026, 3, 2, 0, 0), DateTimeZoneProviders.Tzdb[zone]).ToString(
            "uuuu-MM-dd", null));

    [Fact]
    public void Days_are_wished_for_as_far_as_they_are_past_and_their_events_are_kept()
    {
        var sight = new PastSight(
            Instant.FromUtc(2026, 3, 2, 0, 0),
            System.Collections.Immutable.ImmutableDictionary<AgentId, DateTimeZone>.Empty.Add(Ann, DateTimeZone.Utc),
            0, 0);
        var wishes = new RecountWishes(sight, new LocalDate(2026, 2, 1));

        wishes.Add([new ToldPast(Ann, At(1, 5), At(1, 20)), new ToldPast(Ann, At(2, 20), At(2, 27))]);
        wishes.Add([new ToldPast(Bob, At(3, 2), null)]);
        wishes.AddAllFrom([Bob], new LocalDate(2026, 3, 2));

        Assert.Equal(
            [
                new Recount(Ann, new LocalDate(2026, 2, 20), new LocalDate(2026, 2, 28), 0),
                new Recount(Bob, new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 2), 0),
            ],
            wishes.Take());
    }

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.Zero);

    private static ResultPosition Position(long seen) => new(
        1, seen, 0, 0, 0, new Dictionary<int, DateTimeOffset>(), Nine.ToDateTimeOffset(), Nine.ToDateTimeOffset(),
        new LocalDate(2026, 3, 1));

    private void Put(AgentId agent, Instant start, long next)
    {
        _ledger.PutBack(new() { [agent] = start });
        _ledger.Bound(next);
    }
}
