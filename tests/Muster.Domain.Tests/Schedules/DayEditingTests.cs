using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;
using static Muster.Domain.Tests.Schedules.DayText;

namespace Muster.Domain.Tests.Schedules;

public sealed class DayEditingTests
{
    private static readonly AgentId Ann = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly AgentId Bob = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));

    [Fact]
    public void A_shift_that_moves_takes_along_what_lies_in_it()
    {
        var edit = new DayEdit.Move(Ann, Date, ActivityLayer.Work, At("9"), At("10"));

        Assert.Equal(
            Day("work 10-18, break 11-11:15, leave 14-15"),
            edit.Apply(Day("work 9-17, break 10-10:15, leave 14-15")).Value);
    }

    [Fact]
    public void Steps_are_done_one_after_the_other()
    {
        var after = Edited(
            Day("work 9-17"),
            new DayEdit.Add(Ann, Date, Activity("break 10-10:15")),
            new DayEdit.Move(Ann, Date, ActivityLayer.Inside, At("10"), At("11")),
            new DayEdit.Resize(Ann, Date, ActivityLayer.Inside, At("11"), Activity("break 11-11:30")),
            new DayEdit.Add(Ann, Date, Activity("leave 15-17")),
            new DayEdit.Remove(Ann, Date, ActivityLayer.TimeOff, At("15")));

        Assert.Equal(Day("work 9-17, break 11-11:30"), after);
    }

    [Fact]
    public void A_step_for_an_activity_that_is_not_there_any_more_is_refused()
    {
        var editing = new DayEditing(DateTimeZone.Utc, new Dictionary<(AgentId, LocalDate), DayContent>());

        var refusal = editing.Do(new DayEdit.Remove(Ann, Date, ActivityLayer.Inside, At("10")));

        Assert.Contains("nothing of the layer inside starts", refusal!.ToString(), StringComparison.Ordinal);
        Assert.Empty(editing.Changed);
    }

    [Fact]
    public void Two_who_swap_get_each_others_day()
    {
        var editing = new DayEditing(DateTimeZone.Utc, new Dictionary<(AgentId, LocalDate), DayContent>
        {
            [(Ann, Date)] = Day("work 9-17, break 10-10:15"),
        });

        Assert.Null(editing.Do(new DayEdit.Swap(Ann, Date, Bob, Date)));

        Assert.Equal(DayContent.Free, editing.Changed[(Ann, Date)]);
        Assert.Equal(Day("work 9-17, break 10-10:15"), editing.Changed[(Bob, Date)]);
    }

    [Fact]
    public void A_swap_over_a_clock_change_keeps_the_clock_and_the_length()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var (saturday, sunday) = (new LocalDate(2026, 3, 28), new LocalDate(2026, 3, 29));
        var nine = new LocalTime(9, 0);
        var day = new DayContent([new PlannedActivity(
            ActivityLayer.Work, (saturday + nine).InZoneStrictly(berlin).ToInstant(), 480, Code("work"))]);
        var editing = new DayEditing(
            berlin, new Dictionary<(AgentId, LocalDate), DayContent> { [(Ann, saturday)] = day });

        Assert.Null(editing.Do(new DayEdit.Swap(Ann, saturday, Bob, sunday)));

        var moved = Assert.Single(editing.Changed[(Bob, sunday)].Activities);
        Assert.Equal(sunday + nine, moved.Start.InZone(berlin).LocalDateTime);
        Assert.Equal(480, moved.Minutes);
    }

    [Fact]
    public void A_shift_that_moves_to_somebody_else_takes_along_what_lies_in_it_and_leaves_the_rest()
    {
        var editing = Editing((Ann, "work 9-17, break 10-10:15, leave 14-15"), (Bob, "leave 12-13"));

        Assert.Null(editing.Do(new DayEdit.MoveOnto(Ann, Date, ActivityLayer.Work, At("9"), At("10"), Bob, Date)));

        Assert.Equal(Day("leave 14-15"), editing.Changed[(Ann, Date)]);
        Assert.Equal(Day("work 10-18, break 11-11:15, leave 12-13"), editing.Changed[(Bob, Date)]);
    }

    [Fact]
    public void A_shift_may_move_to_another_day_of_the_same_agent()
    {
        var editing = Editing((Ann, "work 9-17"));
        var (next, to) = (Date.PlusDays(1), At("33"));

        Assert.Null(editing.Do(new DayEdit.MoveOnto(Ann, Date, ActivityLayer.Work, At("9"), to, Ann, next)));

        Assert.Equal(DayContent.Free, editing.Changed[(Ann, Date)]);
        Assert.Equal(to, Assert.Single(editing.Changed[(Ann, next)].Activities).Start);
    }

    [Fact]
    public void What_is_not_there_any_more_moves_to_nobody()
    {
        var editing = Editing((Ann, "work 9-17"));

        var refusal = editing.Do(
            new DayEdit.MoveOnto(Ann, Date, ActivityLayer.Inside, At("10"), At("10"), Bob, Date));

        Assert.Contains("nothing of the layer inside starts", refusal!.ToString(), StringComparison.Ordinal);
        Assert.Empty(editing.Changed);
    }

    [Fact]
    public void What_comes_out_as_it_was_is_no_change()
    {
        var editing = new DayEditing(
            DateTimeZone.Utc,
            new Dictionary<(AgentId, LocalDate), DayContent> { [(Ann, Date)] = Day("work 9-17") });

        editing.Do(new DayEdit.Move(Ann, Date, ActivityLayer.Work, At("9"), At("10")));
        editing.Do(new DayEdit.Move(Ann, Date, ActivityLayer.Work, At("10"), At("9")));

        Assert.Empty(editing.Changed);
    }

    private static DayEditing Editing(params (AgentId Agent, string Day)[] before) =>
        new(DateTimeZone.Utc, before.ToDictionary(one => (one.Agent, Date), one => Day(one.Day)));

    private static DayContent Edited(DayContent before, params DayEdit[] steps)
    {
        var editing = new DayEditing(
            DateTimeZone.Utc, new Dictionary<(AgentId, LocalDate), DayContent> { [(Ann, Date)] = before });
        Assert.All(steps, step => Assert.Null(editing.Do(step)));
        return editing.Changed[(Ann, Date)];
    }
}
