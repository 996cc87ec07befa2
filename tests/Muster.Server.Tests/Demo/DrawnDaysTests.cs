using Muster.Domain.Schedules;
using Muster.Server.Api.Schedules;
using Muster.Server.Demo.Days;
using NodaTime;

namespace Muster.Server.Tests.Demo;

public sealed class DrawnDaysTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Guid Phone = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Meal = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Drawn = Guid.Parse("00000000-0000-0000-0000-000000000003");

    // Forty agents of two teams, 09:00 to 17:30 from Monday to Friday with half an hour for lunch at 13:00.
    private readonly GridView _grid = new(
        1, 1, "UTC", Monday, 7, new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), [Phone, Meal],
        [.. Enumerable.Range(0, 40).Select(number => new GridAgentView(
            new Guid(number, 0, 0, new byte[8]), $"Agent {number:00}", new Guid(number % 2, 1, 0, new byte[8]), null,
            [.. Enumerable.Range(0, 5).Select(Day)]))]);

    [Fact]
    public void Leave_is_as_long_as_the_day_would_have_been_paid()
    {
        var leave = Days().Leave(Drawn, Meal, new HashSet<string>());

        Assert.NotEmpty(leave);
        Assert.All(leave, edit => Assert.Equal(
            [480, 480], edit.Activities!.Select(activity => activity.Minutes)));
        Assert.All(leave, edit => Assert.Equal(ActivityLayer.TimeOff, edit.Activities![1].Layer));
    }

    [Fact]
    public void Who_is_spared_has_no_leave_and_the_others_have_what_they_had()
    {
        var all = Days().Leave(Drawn, Meal, new HashSet<string>());
        var spared = _grid.Agents.First(agent => agent.Id == all[0].AgentId);

        var others = Days().Leave(Drawn, Meal, new HashSet<string> { spared.Name });

        Assert.Equal(
            all.Where(edit => edit.AgentId != spared.Id).Select(edit => (edit.AgentId, edit.Day)),
            others.Select(edit => (edit.AgentId, edit.Day)));
    }

    [Fact]
    public void A_team_meets_once_a_week_while_its_people_work_and_enough_others_stay_on_the_lines()
    {
        var days = Days();
        var away = days.Leave(Drawn, Meal, new HashSet<string>())
            .Select(edit => (edit.AgentId, edit.Day)).ToHashSet();

        var meetings = days.Meetings(Drawn);

        Assert.All(meetings.GroupBy(edit => edit.Start), meeting => Assert.InRange(meeting.Count(), 2, 10));
        Assert.Equal(2, meetings.Select(edit => edit.Start).Distinct().Count());
        Assert.All(meetings, edit =>
        {
            Assert.DoesNotContain((edit.AgentId, edit.Day), away);
            Assert.InRange(edit.Start!.Value.TimeOfDay, new TimeSpan(13, 30, 0), new TimeSpan(17, 0, 0));
        });
    }

    private static long[] Day(int day) =>
        [day, 1, 0, 0, (day * 1440) + 540, 510, 0, 1, (day * 1440) + 780, 30, 1];

    private DrawnDays Days() => new(_grid, Monday, DateTimeZone.Utc, 7);
}
