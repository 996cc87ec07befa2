using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class BadInputTests
{
    private static readonly Workload Work = new(100, 180) { IntervalSeconds = 1800 };
    private static readonly StaffingGoals Goals = new() { ServiceLevel = 0.8, ThresholdSeconds = 20 };

    public static TheoryData<string, string, Workload, StaffingGoals> Wrong => new()
    {
        { "contacts", "is -3.\nMaybe 0 or more", Work with { Contacts = -3 }, Goals },
        { "contacts", "is NaN.\nMaybe 0 or more", Work with { Contacts = double.NaN }, Goals },
        { "contacts", "erlang", Work with { Contacts = 1e11 }, Goals },
        { "handle_seconds", "nothing", Work with { HandleSeconds = 0 }, Goals },
        { "handle_seconds", "is Infinity", Work with { HandleSeconds = double.PositiveInfinity }, Goals },
        { "interval_seconds", "is 0", Work with { IntervalSeconds = 0 }, Goals },
        { "patience_seconds", "is 0", Work with { PatienceSeconds = 0 }, Goals },
        { "at_once", "is 0", Work with { AtOnce = 0 }, Goals },
        { "service_level", "is 80.\nMaybe 0 or more, 1 at most.", Work, Goals with { ServiceLevel = 80 } },
        { "threshold_seconds", "is missing", Work, Goals with { ThresholdSeconds = null } },
        { "threshold_seconds", "is NaN", Work, Goals with { ThresholdSeconds = double.NaN } },
        { "average_answer_seconds", "is -1", Work, Goals with { AverageAnswerSeconds = -1 } },
        { "max_abandonment", "is 2", Work, Goals with { MaxAbandonment = 2 } },
        { "max_occupancy", "is 0.\nMaybe over 0, 1 at most", Work, Goals with { MaxOccupancy = 0 } },
        { "minimum_agents", "is -1", Work, Goals with { MinimumAgents = -1 } },
        { "definition", "is 9", Work, Goals with { Definition = (ServiceLevelDefinition)9 } },
    };

    public static TheoryData<string, string, Workload, StaffingGoals> Impossible => new()
    {
        { "service_level", "every other goal", Work, new() { MinimumAgents = 3 } },
        { "service_level", "nobody|everybody", Work, Goals with { ServiceLevel = 1 } },
        { "average_answer_seconds", "somebody waits", Work, Goals with { AverageAnswerSeconds = 0 } },
        { "max_abandonment", "patience_seconds", Work, Goals with { MaxAbandonment = 0.05 } },
        { "max_abandonment", "gives up", Work with { PatienceSeconds = 60 }, Goals with { MaxAbandonment = 0 } },
        { "contacts", "more than 10000000 agents", Work, Goals with { MaxOccupancy = 1e-9 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_answered_names_field_value_and_remedy(
        string field, string words, Workload work, StaffingGoals goals)
    {
        var one = Error(StaffingEngine.RequiredAgents(work, goals));
        Assert.Equal(field, one.Field);
        Assert.Contains(words.Split('|')[^1], one.Message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe ", one.Message, StringComparison.Ordinal);
        var inDay = Error(StaffingEngine.Requirement([new(Work, Goals), new(work, goals)]));
        Assert.Equal($"intervals[1].{field}", inDay.Field);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Figures_refuse_what_is_wrong(string field, string words, Workload work, StaffingGoals goals)
    {
        var error = Error(StaffingEngine.Reached(work, 3, goals));
        Assert.Equal(field, error.Field);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once()
    {
        var answer = StaffingEngine.RequiredAgents(new(-1, -1), Goals with { ServiceLevel = 2 });
        Assert.Equal(3, Assert.IsType<Refusal.Invalid>(answer.Refused).Errors.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_wrong_number_of_agents_is_refused(int agents)
    {
        Assert.Equal("agents", Error(StaffingEngine.Reached(Work, agents, Goals)).Field);
        Assert.Equal("agents", Error(StaffingEngine.LargestVolume(Work, Goals, agents)).Field);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(2)]
    public void A_wrong_variation_is_refused(double variation) =>
        Assert.Equal("variation", Error(StaffingEngine.RequiredAgents(Work, Goals, new DayFactor(variation))).Field);

    [Fact]
    public void Any_volume_being_good_enough_is_told()
    {
        // Half of those who give up within the threshold are enough for a goal of one in three.
        var goals = new StaffingGoals
        {
            ServiceLevel = 0.3,
            ThresholdSeconds = 60,
            Definition = ServiceLevelDefinition.WaitedNoLonger,
        };
        var answer = StaffingEngine.LargestVolume(Work with { PatienceSeconds = 60 }, goals, 10);
        Assert.Equal("agents", Error(answer).Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Without_contacts_the_minimum_is_enough(int minimum)
    {
        var goals = Goals with { MinimumAgents = minimum, ServiceLevel = 1 };
        Assert.Equal(minimum, StaffingEngine.RequiredAgents(new(0, 0), goals).Value);
        var row = StaffingEngine.Requirement([new(new(0, 0), goals)]).Value.Single();
        Assert.Equal((minimum, 1.0, 0.0), (row.Agents, row.Figures.ServiceLevel, row.Figures.Occupancy));
    }

    [Fact]
    public void Overload_without_patience_has_no_mean_wait_and_no_service()
    {
        var figures = StaffingEngine.Reached(Work, 10, Goals).Value;
        Assert.Equal(0, figures.ServiceLevel);
        Assert.Equal(1, figures.Occupancy);
        Assert.Null(figures.AverageAnswerSeconds);
        Assert.Null(figures.Waiting);
    }

    [Fact]
    public void Nobody_there_serves_nobody()
    {
        var figures = StaffingEngine.Reached(Work with { PatienceSeconds = 60 }, 0, Goals).Value;
        Assert.Equal((0, 1, 1), (figures.ServiceLevel, figures.Abandonment, figures.Occupancy));
        Assert.Equal(60, figures.AverageAbandonSeconds!.Value, 1e-9);
        Assert.Equal(0, StaffingEngine.LargestVolume(Work, Goals, 0).Value);
    }

    private static FieldError Error<T>(Outcome<T> outcome) =>
        Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refused).Errors);
}
