using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;

namespace Muster.Adherence.Tests;

/// <summary>The worked examples of docs/adherence.md, figure by figure.</summary>
public sealed class DocsExamplesTests
{
    private static readonly CategoryRule OnQueue = new(
        ActivityCategory.OnQueue, new AdherenceTerms { StartEarlySeconds = 300, EndLateSeconds = 300 });

    [Fact]
    public void A_day_with_a_late_lunch_and_a_break_of_ones_own()
    {
        var desk = ADay();

        Assert.Equal(["Out Negative 12:30:00-12:31:00", "Out Negative 15:00:00-15:10:00"], desk.Told());
    }

    [Fact]
    public void Its_adherence_and_conformance()
    {
        var sum = ADay().Sum("00:00", "18:00");

        Assert.Equal((28_800, 660, 28_140), (sum.Scheduled, sum.Out, sum.In));
        Assert.Equal(97.71, sum.AdherencePercent!.Value, 2);
        Assert.Equal((27_000, 26_700), (sum.ScheduledWork, sum.Work));
        Assert.Equal(98.89, sum.ConformancePercent!.Value, 2);
    }

    [Fact]
    public void A_threshold_across_midnight()
    {
        var desk = new Desk(Desk.Rules(new CategoryRule(
            ActivityCategory.Break, new AdherenceTerms { EndLateSeconds = 120 })));
        desk.Calls("22:00", "+06:00", Desk.Plan(ActivityLayer.Inside, "23:50", "+00:00", ActivityCategory.Break));
        desk.State("22:00", "Ready");
        desk.State("23:50", "Away", "Break");
        desk.State("+00:03", "Ready");
        desk.Now("+06:00");

        Assert.Equal(["Out Negative 00:02:00-00:03:00"], desk.Told());
    }

    [Fact]
    public void A_change_that_reached_the_agent_while_it_was_due()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Now("10:00").Schedule(
            2, null, Desk.Plan(ActivityLayer.Work, "09:00", "17:00", ActivityCategory.OnQueue), Training());
        desk.Now("11:20");
        Assert.Equal(["Explained Positive 11:00:00-11:20:00"], desk.Told());
        Assert.Null(desk.Exceptions()[0].ToldAt);

        desk.Schedule(
            2, Desk.At("11:20"), Desk.Plan(ActivityLayer.Work, "09:00", "17:00", ActivityCategory.OnQueue), Training());
        desk.State("11:30", "Away", "Training");
        desk.State("12:00", "Ready");
        desk.Now("13:00");

        Assert.Equal(["Explained Positive 11:00:00-11:20:00", "Out Positive 11:20:00-11:30:00"], desk.Told());
        Assert.Equal(
            (VerdictRule.ToldTooLate, 2, Desk.At("11:20")),
            (desk.Exceptions()[0].Rule, desk.Exceptions()[0].ScheduleVersion, desk.Exceptions()[0].ToldAt!.Value));
    }

    [Fact]
    public void A_silent_source_and_what_it_said_afterwards()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.Now("10:00").Engine.Advance(Desk.At("10:07"));
        Assert.Equal((Verdict.Unknown, Desk.At("10:01")), (desk.Status.Verdict, desk.Status.Since));
        Assert.Equal(["Unknown None 10:01:00-10:07:00"], desk.Told());

        desk.State("10:05", "Away", "Break");
        desk.Now("10:10");

        Assert.Equal((Verdict.Out, Desk.At("10:05")), (desk.Status.Verdict, desk.Status.Since));
        Assert.Equal(["Out Negative 10:05:00-10:10:00"], desk.Told());
    }

    [Fact]
    public void An_event_that_comes_late()
    {
        var desk = new Desk().Calls("09:00", "17:00");
        desk.State("09:00", "Ready");
        desk.State("10:00", "Away", "Break");
        desk.Now("10:06");
        Assert.Equal(["Out Negative 10:00:00-10:06:00"], desk.Told());

        desk.State("10:08", "Gone");
        Assert.Equal(1, desk.State("10:01", "Ready").Late);
        desk.Now("10:08");

        Assert.Equal(["Out Negative 10:00:00-10:01:00"], desk.Told());
    }

    private static PlannedActivity Training() =>
        Desk.Plan(ActivityLayer.Inside, "11:00", "12:00", ActivityCategory.Training);

    private static Desk ADay()
    {
        var desk = new Desk(Desk.Rules(OnQueue));
        desk.Calls("09:00", "17:00", Desk.Plan(ActivityLayer.Inside, "12:00", "12:30", ActivityCategory.Meal));
        desk.State("07:00", "Gone");
        desk.State("08:57", "Ready");
        desk.State("12:03", "Away", "Lunch");
        desk.State("12:31", "Ready");
        desk.State("15:00", "Away", "Break");
        desk.State("15:10", "Ready");
        desk.State("17:00", "Gone");
        return desk.Now("18:00");
    }
}
