using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Adherence.Tests.Engine;

/// <summary>What an engine says of one agent, point by point.</summary>
public sealed class AdherenceEngineTests
{
    [Fact]
    public void Somebody_never_heard_of_is_unknown_and_not_out()
    {
        var desk = new Desk().Calls("09:00", "17:00").Now("10:00");

        Assert.Equal((Verdict.Unknown, VerdictRule.NeverHeard), (desk.Status.Verdict, desk.Status.Rule));
        Assert.Null(desk.Status.InAlarmSince);
        Assert.Null(desk.Sum("09:00", "10:00").AdherencePercent);
    }

    [Fact]
    public void The_wall_shows_what_is_scheduled_what_is_done_and_what_comes_next()
    {
        var desk = new Desk().Calls(
            "09:00", "17:00", Desk.Plan(ActivityLayer.Inside, "12:00", "12:30", ActivityCategory.Meal));
        desk.State("09:00", "Ready");
        desk.State("11:00", "Away", "Break");

        var status = desk.Now("11:30").Status;

        Assert.Equal((Verdict.Out, Impact.Negative), (status.Verdict, status.Impact));
        Assert.Equal(VerdictRule.NotOnQueue, status.Rule);
        Assert.Equal((Desk.At("11:00"), Desk.At("11:00")), (status.Since, status.InAlarmSince!.Value));
        Assert.Equal((Desk.Code(ActivityCategory.OnQueue), Actual.Break), (status.Scheduled!.Value, status.Actual));
        Assert.Equal(Desk.At("12:00"), status.ScheduledUntil);
        Assert.Equal(Desk.At("09:00"), desk.Engine.ScheduledSince(Desk.Agent));
        Assert.Equal(Desk.Code(ActivityCategory.Meal), status.Next);
        Assert.Equal(1, status.ScheduleVersion);
    }

    [Theory]
    [InlineData("Ready", null, Verdict.In, Impact.None)]
    [InlineData("Away", "Break", Verdict.Out, Impact.Negative)]
    [InlineData("Gone", null, Verdict.Out, Impact.Negative)]
    [InlineData("Test", null, Verdict.Ignored, Impact.None)]
    [InlineData("Ringing", null, Verdict.In, Impact.None)]
    [InlineData("Nobody mapped this", null, Verdict.Unknown, Impact.None)]
    [InlineData("Away", "a reason without a mapping", Verdict.Out, Impact.Negative)]
    public void A_state_counts_as_the_mapping_says(string state, string? reason, Verdict verdict, Impact impact)
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("09:30", state, reason);

        Assert.Equal((verdict, impact), (desk.Now("10:00").Status.Verdict, desk.Status.Impact));
    }

    [Fact]
    public void Work_where_nothing_is_scheduled_is_unscheduled_and_so_is_work_on_time_off()
    {
        var desk = new Desk().Calls(
            "09:00", "17:00", Desk.Plan(ActivityLayer.TimeOff, "13:00", "17:00", ActivityCategory.TimeOff));
        desk.State("08:00", "Ready");
        desk.State("14:00", "Gone");
        desk.Now("18:00");

        Assert.Equal(
            ["Unscheduled Positive 08:00:00-09:00:00", "Unscheduled Positive 13:00:00-14:00:00"], desk.Told());
        var sum = desk.Sum("00:00", "18:00");
        Assert.Equal((4 * 3600, 2 * 3600), (sum.Scheduled, sum.Unscheduled));
    }

    [Fact]
    public void What_somebody_approved_is_explained_with_its_impact()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("10:00", "Away", "Break");
        desk.State("11:00", "Ready");
        var approval = new Approval(new Guid(9, 0, 0, new byte[8]), Desk.Agent, Desk.At("10:15"), Desk.At("12:00"));
        desk.Now("12:00").Engine.ApplyApprovals(Desk.Agent, [approval]);

        Assert.Equal(["Out Negative 10:00:00-10:15:00", "Explained Negative 10:15:00-11:00:00"], desk.Told());
        Assert.Equal(approval.Id, desk.Exceptions()[1].ApprovalId);
        Assert.Equal((900, 2700), (desk.Sum("09:00", "12:00").Out, desk.Sum("09:00", "12:00").Explained));
    }

    [Fact]
    public void Rules_change_at_midnight_of_the_unit()
    {
        var desk = new Desk().Calls("22:00", "+02:00");
        desk.State("22:00", "Away", "Break");
        var later = Desk.Rules() with { Mappings = [new StateMapping(Desk.Source, "Away", StateMeaning.OnQueue)] };
        desk.Engine.ApplyRules(Desk.Unit, RuleVersions.Empty.Set(null, Desk.Rules()).Set(Desk.Day.PlusDays(1), later));
        desk.Now("+01:00");

        Assert.Equal(["Out Negative 22:00:00-00:00:00"], desk.Told());
        Assert.Equal((Verdict.In, Desk.At("+00:00")), (desk.Status.Verdict, desk.Status.Since));
    }

    [Fact]
    public void A_clock_that_is_slow_is_put_right_from_a_moment_on()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("10:00", "Away", "Break");
        desk.State("11:00", "Ready");
        desk.Engine.ApplyClocks([new ClockOffset(Desk.Source, Desk.At("10:30"), 90_000)]);
        desk.Now("12:00");

        Assert.Equal(["Out Negative 10:00:00-11:01:30"], desk.Told());
    }

    [Fact]
    public void Time_that_a_source_lost_is_unknown()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Engine.ApplyGaps(desk.States.AddSource(Desk.Source), [Desk.Between("10:00", "10:20")]);
        desk.State("10:30", "Away", "Break");
        desk.Now("11:00");

        Assert.Equal(["Unknown None 10:00:00-10:20:00", "Out Negative 10:30:00-11:00:00"], desk.Told());
        Assert.Equal((Desk.At("10:30"), 1200), (desk.Status.Since, desk.Sum("09:00", "11:00").Unknown));
    }

    [Fact]
    public void A_state_that_comes_back_within_a_second_has_never_been_away()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Now("10:00");
        desk.State("10:00", "Away", "Break");
        Assert.Equal((Verdict.Out, Desk.At("10:00")), (desk.Status.Verdict, desk.Status.Since));

        var back = desk.Event("10:00", "Ready");
        desk.Engine.ApplyEvents([back with { At = back.At + Duration.FromMilliseconds(600) }]);

        Assert.Equal((Verdict.In, Desk.At("09:00")), (desk.Status.Verdict, desk.Status.Since));
        Assert.Equal(Desk.At("09:00"), desk.Status.StateSince);
        Assert.Null(desk.Status.InAlarmSince);
    }

    [Fact]
    public void Events_are_counted_by_what_became_of_them()
    {
        var desk = new Desk().Now("12:00");
        var first = desk.Event("10:00", "Ready");
        StateEvent[] all =
        [
            first, first, desk.Event("09:00", "Away"), desk.Event("11:00", "Away"),
            first with { Agent = new AgentId(new Guid(77, 0, 0, new byte[8])) },
            first with { At = Instant.FromUtc(1969, 1, 1, 0, 0) },
            first with { At = Desk.At("00:00") - Duration.FromHours(1), Seq = 999 },
        ];

        Assert.Equal(new ApplyCounts(2, 1, 1, 1, 1, 1), desk.Engine.ApplyEvents(all));
    }

    [Fact]
    public void Followers_hear_of_those_that_changed_and_of_no_others()
    {
        var desk = new Desk().Calls("09:00", "17:00").Now("08:00");
        var stamp = desk.Engine.Stamp;
        desk.Now("08:30");
        Assert.Empty(Changed(desk, stamp));

        desk.Now("09:30");
        Assert.Equal(Desk.Agent, Assert.Single(Changed(desk, stamp)).Agent);
        Assert.Empty(Changed(desk, desk.Engine.Stamp));

        stamp = desk.Engine.Stamp;
        desk.State("09:40", "Ready");
        desk.Engine.Advance(Desk.At("09:42"));
        Assert.Equal(Verdict.Unknown, Assert.Single(Changed(desk, stamp)).Verdict);
        Assert.Equal(Desk.At("09:40"), Assert.Single(desk.Engine.SilentSources()).LastHeard);
    }

    [Fact]
    public void A_publish_is_judged_when_it_is_applied()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Now("10:00");
        Assert.Equal(Verdict.In, desk.Status.Verdict);

        desk.Schedule(
            2, Desk.At("09:30"), Desk.Plan(ActivityLayer.Work, "09:00", "17:00", ActivityCategory.OnQueue),
            Desk.Plan(ActivityLayer.Inside, "09:45", "10:30", ActivityCategory.Training));

        Assert.Equal((Verdict.Out, Impact.Positive), (desk.Status.Verdict, desk.Status.Impact));
        Assert.Equal((Desk.At("09:45"), 2), (desk.Status.Since, desk.Status.ScheduleVersion));
    }

    [Fact]
    public void A_change_of_the_plan_makes_due_what_it_touches_and_nothing_before()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Now("12:00").Engine.TakeDue(Desk.At("12:00"), []);
        desk.Calls("09:00", "17:00", Desk.Plan(ActivityLayer.Inside, "11:10", "11:20", ActivityCategory.Break));

        var due = new List<DueRange>();
        desk.Engine.TakeDue(Desk.At("12:00"), due);
        desk.Engine.TakeDue(Desk.At("12:00"), due);

        Assert.Equal([new DueRange(Desk.Agent, Desk.At("11:00"), Desk.At("12:00"))], due);
    }

    [Fact]
    public void What_is_forgotten_leaves_the_state_of_that_moment()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("10:00", "Away", "Break");
        desk.Now("12:00").Engine.Forget(Desk.At("11:00"));

        Assert.Equal(["Out Negative 11:00:00-12:00:00"], desk.Told());
        Assert.Single(desk.Engine.Events(Desk.Agent, Desk.Between("00:00", "12:00")));
        Assert.Equal(1, desk.State("10:30", "Ready").BeforeWindow);
        Assert.Empty(desk.Told());
    }

    [Fact]
    public void Somebody_dropped_is_gone()
    {
        var desk = new Desk().Calls("09:00", "17:00").Now("10:00");
        desk.Engine.Drop([Desk.Agent]);

        Assert.Null(desk.Engine.Of(Desk.Agent));
        Assert.Equal(0, desk.Engine.AgentCount);
        Assert.Empty(Changed(desk, 0));
        Assert.Equal(1, desk.State("10:00", "Ready").Strangers);
        desk.Now("18:00");
    }

    [Fact]
    public void A_schedule_that_names_an_unheard_of_activity_is_refused_with_the_remedy()
    {
        var unheardOf = new ActivityCodeId(new Guid(99, 0, 0, new byte[8]));
        var stray = new PlannedActivity(ActivityLayer.Work, Desk.At("09:00"), 60, unheardOf);

        var refused = Assert.Throws<ArgumentException>(() => new Desk().Schedule(1, null, stray));

        Assert.Contains("Maybe apply the unit's activity codes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_are_sentences()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("10:00", "Away", "Break");
        desk.Now("11:00");
        var reasons = new ReasonText(desk.States, _ => "Calls", Desk.Clock);

        Assert.Equal("Away (Break) instead of Calls, which is on queue.", reasons.Of(desk.Status));
        Assert.Equal("Away (Break) instead of Calls, which is on queue.", reasons.Of(desk.Exceptions()[^1]));
        Assert.Equal(
            "Ready goes with Calls.", reasons.Of(desk.Engine.Spans(Desk.Agent, Desk.Between("09:00", "10:00"))[0]));
    }

    private static List<AgentStatus> Changed(Desk desk, long stamp)
    {
        var changed = new List<AgentStatus>();
        desk.Engine.ChangedSince(stamp, changed);
        return changed;
    }
}
