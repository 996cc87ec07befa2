using Muster.Scheduling.Problem;
using Muster.Server.Scheduling;

namespace Muster.Server.Tests.Scheduling;

public sealed class BuildSearchTests
{
    private const int Many = 200;

    [Fact]
    public void Without_any_time_everybody_is_scheduled_once_all_the_same()
    {
        var search = Search();

        search.Run(CancellationToken.None);

        Assert.NotNull(search.News);
        Assert.True(search.News.Score.IsValid);
        Assert.All(Enumerable.Range(0, Many), employee => Assert.NotEqual(Schedule.Off, search.News.Best[employee, 0]));
    }

    [Fact]
    public void What_is_stopped_at_once_is_built_and_what_has_to_go_leaves_nothing_half_built()
    {
        using var now = new CancellationTokenSource();
        now.Cancel();
        var (stopped, gone) = (Search(), Search());

        stopped.End();
        stopped.Run(CancellationToken.None);
        gone.Run(now.Token);

        Assert.True(stopped.News!.Score.IsValid);
        Assert.Null(gone.News);
    }

    // More than are scheduled before the clock is first looked at.
    private static BuildSearch Search() => new(
        new SchedulingProblem
        {
            Days = 1,
            FirstDay = new(2026, 3, 2),
            Options = [new ShiftOption { Name = "Day", Start = 480, Length = 480 }],
            Demand = new IntervalDemand
            {
                Groups = ["Calls"],
                IntervalMinutes = 60,
                Needs = [.. Enumerable.Repeat(BuildCosts.Need(Many), 24)],
            },
            Employees = [.. Enumerable.Range(0, Many).Select(number => new Employee
            {
                Name = $"{number}",
                Groups = [0],
                Options = [0],
                Rules = [new Muster.Scheduling.Rules.WorkingDays(1, 1, Muster.Scheduling.Rules.RuleSpan.Period)],
            })],
        },
        1, TimeSpan.Zero, TimeSpan.Zero, TimeProvider.System);
}
