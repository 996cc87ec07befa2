using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Organization;
using Muster.Forecasting.Staffing;

namespace Muster.Forecasting.Tests.Staffing;

public sealed class StaffingPropertyTests
{
    private static readonly Config Quiet = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300);

    private static readonly Gen<Workload> Works =
        from contacts in Gen.Choose(1, 3000)
        from handle in Gen.Choose(20, 900)
        from interval in Gen.Elements(900, 1800, 3600)
        from patience in Gen.Elements<double?>(null, 5, 30, 90, 300, 1800, 20000)
        select new Workload(contacts / 3.0, handle) { IntervalSeconds = interval, PatienceSeconds = patience };

    private static readonly Gen<StaffingGoals> Goals =
        from level in Gen.Choose(50, 99)
        from threshold in Gen.Choose(0, 120)
        from definition in Gen.Elements(Enum.GetValues<ServiceLevelDefinition>())
        from occupancy in Gen.Elements<double?>(null, null, 0.85, 0.95)
        from answer in Gen.Elements<double?>(null, null, 5, 60)
        select new StaffingGoals
        {
            ServiceLevel = level / 100.0,
            ThresholdSeconds = threshold,
            Definition = definition,
            MaxOccupancy = occupancy,
            AverageAnswerSeconds = answer,
        };

    [Fact]
    public void The_answer_meets_all_goals_and_one_agent_fewer_does_not() => Holds((work, goals) =>
    {
        var agents = Agents(work, goals);
        return IsMet(work, agents, goals) && (agents == 1 || !IsMet(work, agents - 1, goals));
    });

    [Fact]
    public void More_contacts_need_no_fewer_agents() => Holds((work, goals) =>
        Agents(work with { Contacts = work.Contacts * 1.07 }, goals) >= Agents(work, goals));

    [Fact]
    public void Longer_calls_need_no_fewer_agents() => Holds((work, goals) =>
        Agents(work with { HandleSeconds = work.HandleSeconds * 1.07 }, goals) >= Agents(work, goals));

    [Fact]
    public void A_higher_target_needs_no_fewer_agents() => Holds((work, goals) =>
        Agents(work, goals with { ServiceLevel = goals.ServiceLevel + 0.009 }) >= Agents(work, goals));

    [Fact]
    public void A_longer_threshold_needs_no_more_agents() => Holds((work, goals) =>
        Agents(work, goals with { ThresholdSeconds = goals.ThresholdSeconds + 7 }) <= Agents(work, goals));

    [Fact]
    public void More_patience_loses_no_more_contacts() => Holds((work, goals) =>
        work.PatienceSeconds is not { } patience
        || Enumerable.Range(1, 3).Select(i => Agents(work, goals) * i / 3).All(agents =>
            Figures(work with { PatienceSeconds = patience * 1.3 }, agents, goals).Abandonment
            <= Figures(work, agents, goals).Abandonment + 1e-12));

    [Fact]
    public void More_patience_makes_longer_waits() => Holds((work, goals) =>
        work.PatienceSeconds is not { } patience
        || Figures(work with { PatienceSeconds = patience * 1.3 }, Agents(work, goals), goals).WaitProbability
            >= Figures(work, Agents(work, goals), goals).WaitProbability - 1e-12);

    [Fact]
    public void With_more_agents_every_figure_is_no_worse() => Holds((work, goals) =>
    {
        var (few, many) = (Figures(work, Agents(work, goals), goals), Figures(work, Agents(work, goals) + 1, goals));
        return many.ServiceLevel >= few.ServiceLevel - 1e-12
            && many.Abandonment <= few.Abandonment + 1e-12
            && many.Occupancy <= few.Occupancy + 1e-12
            && many.WaitProbability <= few.WaitProbability + 1e-12
            && !(many.AverageAnswerSeconds > few.AverageAnswerSeconds + 1e-9);
    });

    [Fact]
    public void The_largest_volume_needs_just_these_agents() => Holds((work, goals) =>
    {
        var agents = Agents(work, goals);
        var most = StaffingEngine.LargestVolume(work, goals, agents);
        return most.Refused is not null
            || (most.Value >= work.Contacts * (1 - 1e-9)
                && Agents(work with { Contacts = most.Value }, goals) == agents
                && Agents(work with { Contacts = most.Value * (1 + 1e-6) }, goals) > agents);
    });

    [Fact]
    public void The_unit_of_time_changes_nothing() => Holds((work, goals) =>
    {
        const double Minute = 60;
        var minutes = new Workload(work.Contacts, work.HandleSeconds / Minute)
        {
            IntervalSeconds = work.IntervalSeconds / Minute,
            PatienceSeconds = work.PatienceSeconds / Minute,
        };
        var asked = goals with
        {
            ThresholdSeconds = goals.ThresholdSeconds / Minute,
            AverageAnswerSeconds = goals.AverageAnswerSeconds / Minute,
        };
        var agents = Agents(work, goals);
        return Agents(minutes, asked) == agents
            && Math.Abs(Figures(minutes, agents, asked).ServiceLevel!.Value
                - Figures(work, agents, goals).ServiceLevel!.Value) < 1e-9;
    });

    [Fact]
    public void A_longer_interval_at_the_same_rate_changes_nothing() => Holds((work, goals) =>
        Agents(work with { Contacts = work.Contacts * 4, IntervalSeconds = work.IntervalSeconds * 4 }, goals)
        == Agents(work, goals));

    [Fact]
    public void Endless_patience_tends_to_Erlang_C() => Holds((work, goals) =>
    {
        var agents = (int)(work.Load * 1.03) + 1;
        var c = Figures(work with { PatienceSeconds = null }, agents, goals);
        var a = Figures(work with { PatienceSeconds = 1e9 }, agents, goals);
        return Math.Abs(a.ServiceLevel!.Value - c.ServiceLevel!.Value) < 1e-3
            && Math.Abs(a.WaitProbability - c.WaitProbability) < 1e-3;
    });

    [Fact]
    public void No_patience_tends_to_Erlang_B() => Holds((work, goals) =>
    {
        var agents = (int)work.Load + 1;
        var figures = Figures(work with { PatienceSeconds = 0.001 }, agents, goals);
        return Math.Abs(figures.Abandonment - ErlangB.Blocking(agents, work.Load)) < 1e-3;
    });

    [Fact]
    public void Patience_of_one_handle_time_makes_the_number_in_the_system_Poisson() => Holds((work, goals) =>
    {
        var load = Math.Min(work.Load, 500);
        var queue = work with { Contacts = work.Contacts * load / work.Load, PatienceSeconds = work.HandleSeconds };
        var agents = (int)load + 1;
        var (term, below) = (Math.Exp(-load), 0.0);
        for (var k = 0; k < agents; k++)
        {
            below += term;
            term *= load / (k + 1);
        }

        return Math.Abs(Figures(queue, agents, goals).WaitProbability - (1 - below)) < 1e-9;
    });

    private static void Holds(Func<Workload, StaffingGoals, bool> property) =>
        Prop.ForAll(Gen.Zip(Works, Goals).ToArbitrary(), pair => property(pair.Item1, pair.Item2)).Check(Quiet);

    private static int Agents(Workload work, StaffingGoals goals) => StaffingEngine.RequiredAgents(work, goals).Value;

    private static QueueFigures Figures(Workload work, int agents, StaffingGoals goals) =>
        StaffingEngine.Reached(work, agents, goals).Value;

    private static bool IsMet(Workload work, int agents, StaffingGoals goals)
    {
        const double Rounding = 1e-11;
        var figures = Figures(work, agents, goals);
        return figures.ServiceLevel >= goals.ServiceLevel - Rounding
            && figures.Occupancy <= (goals.MaxOccupancy ?? 1) + Rounding
            && (work.PatienceSeconds is not null || work.Load < agents)
            && (goals.AverageAnswerSeconds is not { } answer || figures.AverageAnswerSeconds <= answer + Rounding);
    }
}
